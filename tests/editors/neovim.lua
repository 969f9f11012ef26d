-- What a user of Neovim does with a script that has one mistake in line 4.
local function await(what, condition)
  if vim.wait(300000, condition, 20) then return end
  io.stderr:write('Waited in vain for ' .. what .. '\n')
  vim.cmd('cquit')
end
local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') end

await('a finding', function() return #vim.diagnostic.get(0) > 0 end)
local finding = vim.diagnostic.get(0)[1]
io.stdout:write((finding.code or finding.user_data.lsp.code) .. ': ' .. finding.message .. '\n')

vim.ui.select = function(items, options, choose)
  for i, item in ipairs(items) do
    if options.format_item(item):match("^Write 'mother'") then choose(item, i) end
  end
end
vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
vim.lsp.buf.code_action()
await('the fix', function() return text():match('goto mother\n') end)
await('no finding', function() return #vim.diagnostic.get(0) == 0 end)

vim.api.nvim_win_set_cursor(0, { 5, 5 })
vim.lsp.buf.rename('mama')
await('the new name', function() return text():match('goto mama\n') end)

vim.lsp.codelens.refresh()
await('the lenses', function() return #vim.lsp.codelens.get(0) == 2 end)
for _, lens in ipairs(vim.lsp.codelens.get(0)) do io.stdout:write(lens.command.title .. '\n') end
local shown
vim.lsp.handlers['window/showMessage'] = function(_, result) shown = result.message end
vim.api.nvim_win_set_cursor(0, { 6, 5 })
vim.lsp.codelens.run()
await('the reply', function() return shown end)
io.stdout:write(shown .. '\n')

vim.cmd('write')
vim.cmd('qall!')
