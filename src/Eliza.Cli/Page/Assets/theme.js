// Light, dark, or the setting of the system.

const names = { auto: 'system', light: 'light', dark: 'dark' };
const order = Object.keys(names);
const button = document.getElementById('theme');

show(order.includes(localStorage.theme) ? localStorage.theme : 'auto');
button.addEventListener('click', () => show(order[(order.indexOf(localStorage.theme ?? 'auto') + 1) % order.length]));

function show(theme) {
  localStorage.theme = theme;
  document.documentElement.dataset.theme = theme;
  button.textContent = `Colours: ${names[theme]}`;
}
