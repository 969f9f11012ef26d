;;; -*- lexical-binding: t -*- What a user of Emacs does with a script that has one mistake in line 4.
(require 'eglot)
(require 'seq)

(defun await (what condition)
  (let ((left 3000))
    (while (not (funcall condition))
      (when (< (setq left (1- left)) 0)
        (message "Waited in vain for %s" what)
        (kill-emacs 1))
      (accept-process-output nil 0.1)))
  nil)
(defun says (text) (lambda () (string-match-p (regexp-quote text) (buffer-string))))

(find-file "parrot.eliza")
(call-interactively #'eglot)
(await "the server" #'eglot-managed-p)
(await "a finding" #'flymake-diagnostics)
(message "%s" (flymake-diagnostic-text (car (flymake-diagnostics))))

(goto-char (flymake-diagnostic-beg (car (flymake-diagnostics))))
(cl-letf ((last-nonmenu-event t) ; or it asks with a menu
          ((symbol-function 'completing-read)
           (lambda (_prompt actions &rest _) (car (seq-find (lambda (action) (string-prefix-p "Write 'mother'" (car action))) actions)))))
  (call-interactively #'eglot-code-actions))
(await "the fix" (says "goto mother\n"))
(save-buffer) ; which tells the server of the edit: no timer runs without a user
(await "no finding" (lambda () (null (flymake-diagnostics))))

(goto-char (point-min))
(search-forward "key: mother")
(backward-char)
(eglot-rename "mama")
(await "the new name" (says "goto mama\n"))
(save-buffer)
