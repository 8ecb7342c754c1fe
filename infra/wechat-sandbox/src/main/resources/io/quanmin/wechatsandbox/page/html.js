// HTML by tagged templates that escape whatever is not HTML already.

class Html {
  constructor(text) {
    this.text = text;
  }
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function write(value) {
  if (value instanceof Html) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return value.map(write).join('');
  }
  return value === null || value === undefined || value === false
    ? ''
    : String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}

export function html(parts, ...values) {
  return new Html(parts.map((part, i) => (i === 0 ? part : write(values[i - 1]) + part)).join(''));
}

// Replaces what an element shows only when it differs, and keeps opened details open.
export function show(id, content) {
  const element = document.getElementById(id);
  const text = write(content);
  if (element.dataset.shown === text) {
    return;
  }
  const open = new Set([...element.querySelectorAll('details[open]')].map((one) => one.dataset.key));
  element.innerHTML = text;
  element.dataset.shown = text;
  for (const one of element.querySelectorAll('details')) {
    one.open = open.has(one.dataset.key);
  }
}

const COLOURS = ['#4a90d9', '#e07b54', '#5aa469', '#9b6fb0', '#d4a03c', '#4fa3a5', '#c75d7a', '#6b7fb8'];

export function avatar(user) {
  const colour = COLOURS[Number(user.id.replace(/\D/g, '') || 0) % COLOURS.length];
  return html`<span class="avatar" style="background:${colour}" aria-hidden="true">${user.name.slice(0, 1)}</span>`;
}

const two = (number) => String(number).padStart(2, '0');

export function clockTime(instant) {
  const at = new Date(instant);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

export function fullTime(instant) {
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${clockTime(instant)}`;
}

export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text.replace(/([[:,]\s*)(-?\d{16,})/g, '$1"$2"')), null, 2);
  } catch {
    return text;
  }
}
