// Talks to the stand-in's own API, and shows what went wrong.

const ROOT = '/sandbox/api';

export async function get(path) {
  return answer(await fetch(ROOT + path));
}

export async function post(path, body = {}) {
  return answer(await fetch(ROOT + path, { method: 'POST', body: JSON.stringify(body) }));
}

export async function postBytes(path, bytes) {
  return answer(await fetch(ROOT + path, { method: 'POST', body: bytes }));
}

export async function remove(path) {
  return answer(await fetch(ROOT + path, { method: 'DELETE' }));
}

async function answer(response) {
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.error ?? `HTTP ${response.status}`);
  }
  return body;
}

let hiding = 0;

export function toast(text) {
  const box = document.getElementById('toast');
  box.textContent = text;
  box.classList.add('on');
  clearTimeout(hiding);
  hiding = setTimeout(() => box.classList.remove('on'), 2600);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast('已复制');
  } catch {
    toast(text);
  }
}
