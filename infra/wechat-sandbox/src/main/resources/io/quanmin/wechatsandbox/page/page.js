// Puts the page together: asks every second and a half, draws what changed, and passes taps on.

import { get, post, postBytes, remove, toast, copy } from './api.js';
import { html, show, fullTime } from './html.js';
import * as phone from './phone.js';
import * as desk from './desk.js';

const EVERY = 1500;
// The address remembers who is looked at and what is open: #user/pane/tab.
const [user = '', pane = 'phone', tab = 'calls'] = location.hash.slice(1).split('/');
const state = { users: [], templates: [], accounts: [], calls: [], user: user || 'u01', pane, tab };
const at = (id) => document.getElementById(id);
const chosen = () => state.users.find((user) => user.id === state.user) ?? state.users[0];

// Where the web build of the mini-program is served.
const backend = () => new URL(state.accounts[0].callbackUrl || location.href).origin;

async function refresh() {
  const [users, messages, calls, pushes, faults, pushFaults, clock, switches, accounts, templates] = await Promise.all(
    ['/users?limit=100', `/users/${state.user}/messages`, '/calls', '/pushes', '/faults', '/push-faults', '/clock', '/switches',
      '/accounts', '/templates'].map(get));
  Object.assign(state, { users, calls, accounts, templates });
  show('people', phone.people(users, state.user));
  revealChosen();
  show('device-bar', phone.bar(chosen()));
  show('feed', phone.feed(messages, backend()));
  show('person', phone.hand(chosen(), templates, accounts));
  show('pushes', desk.pushes(pushes));
  show('trouble-now', desk.trouble(faults, pushFaults));
  drawCalls();
  drawClock(clock);
  if (!at('switches').contains(document.activeElement)) {
    show('switches', desk.switches(switches, accounts));
  }
}

let revealed = '';

function revealChosen() {
  if (revealed !== state.user) {
    revealed = state.user;
    at('people').querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }
}

function drawCalls() {
  const words = at('call-filter').value.trim().toLowerCase();
  const wanted = state.calls.filter((call) => (!at('call-errors').checked || call.errcode !== 0 || call.fault)
    && `${call.path} ${call.rid} ${call.requestBody} ${call.responseBody}`.toLowerCase().includes(words));
  show('calls', desk.calls(wanted));
}

function drawClock(clock) {
  show('clock', html`
    <time>${fullTime(clock.now)}</time><span class="ahead">
    <button data-ahead="60">+1 分</button><button data-ahead="300">+5 分</button>
    <button data-ahead="7200">+2 小时</button><button data-ahead="86400">+1 天</button>
    <button data-frozen="${!clock.frozen}">${clock.frozen ? '继续走' : '停住'}</button></span>`);
}

// What each tap does; a text that comes back is shown.
const acts = {
  'login-code': async (path) => code('登录码', await post(`${path}/login-code`)),
  'phone-code': async (path) => code('手机号码的凭证', await post(`${path}/phone-code`)),
  visit: async (path) => { await post(`${path}/visit`); return '已打开小程序'; },
  follow: async (path) => { await post(`${path}/follow`); return '已关注，事件已推送'; },
  unfollow: async (path) => { await post(`${path}/unfollow`); return '已取消关注'; },
  accept: (path, template) => subscribe(path, { [template]: 'accept' }),
  reject: (path, template) => subscribe(path, { [template]: 'reject' }),
  'accept-all': (path) => subscribe(path, Object.fromEntries(
    state.templates.filter((one) => one.kind === 'ONE_TIME').slice(0, 5).map((one) => [one.id, 'accept']))),
  'switch-off': async (path, templateId) => { await post(`${path}/switch-off`, { templateId }); return '已在服务通知里关闭'; },
  scan: async (path) => scanned(await post(`${path}/scan`, { text: at('scan-text').value })),
  revoke: async () => { await post('/tokens/revoke'); return '全部令牌已吊销'; },
  'clear-faults': async () => { await remove('/faults'); await remove('/push-faults'); return '故障已清除'; },
};

async function code(name, answer) {
  at('scan-note').hidden = true;
  await copy(answer.code);
  return `${name}已复制：${answer.code}`;
}

async function subscribe(path, templateIds) {
  const { errMsg, ...results } = await post(`${path}/subscribe`, { templateIds });
  const names = { accept: '已允许', reject: '已拒绝', ban: '模板被封禁', filter: '同名模板被过滤' };
  return Object.values(results).map((one) => names[one] ?? one).join('、') || errMsg;
}

function scanned(result) {
  const note = at('scan-note');
  note.hidden = false;
  if (result.kind === 'service') {
    note.textContent = '服务号的码：已关注，扫码事件已推送。';
    return '';
  }
  const link = `${backend()}/m/#/${result.page}?scene=${result.scene}`;
  note.innerHTML = html`小程序的码：页面 <b>${result.page || '首页'}</b>，scene <b>${decodeURIComponent(result.scene)}</b><br>
    <a href="${link}" target="_blank" rel="noopener">在网页版小程序里打开</a>`.text;
  return '';
}

async function perform(work) {
  try {
    const said = await work();
    if (said) {
      toast(said);
    }
  } catch (problem) {
    toast(problem.message);
  }
  await refresh();
}

function choose(change) {
  Object.assign(state, change);
  history.replaceState(null, '', `#${state.user}/${state.pane}/${state.tab}`);
  document.body.dataset.pane = state.pane;
  document.querySelectorAll('#bottom button').forEach((one) => one.setAttribute('aria-current', one.dataset.pane === state.pane));
  document.querySelectorAll('.tab').forEach((one) => one.classList.toggle('on', one.dataset.tab === state.tab));
  document.querySelectorAll('#tabs button').forEach((one) => one.setAttribute('aria-selected', one.dataset.tab === state.tab));
}

document.addEventListener('click', (tap) => {
  const button = tap.target.closest('button');
  const data = button?.dataset ?? {};
  if (data.tab) choose({ tab: data.tab });
  if (data.pane) choose({ pane: data.pane });
  if (data.copy) copy(data.copy);
  if (data.user) { choose({ user: data.user }); perform(async () => { at('scan-note').hidden = true; }); }
  if (data.act) perform(() => acts[data.act](`/users/${state.user}`, data.template));
  if (data.preset) perform(async () => { await post('/faults', desk.PRESETS[data.preset][2]); return '故障已加上'; });
  if (data.ahead) perform(() => post('/clock', { seconds: Number(data.ahead) }).then(() => ''));
  if (data.frozen) perform(() => post('/clock', { frozen: data.frozen }).then(() => ''));
  if (data.verify) perform(async () => ((await post(`/accounts/${data.verify}/verify`)).verified ? '回调地址验证通过' : '回调地址没有按约定应答'));
  if (button?.id === 'call-clear') perform(() => remove('/calls').then(() => ''));
});

document.addEventListener('change', (change) => {
  const { dataset: data, type, checked, value, files, id } = change.target;
  const now = type === 'checkbox' ? checked : value;
  if (data.flag) perform(() => post(`/users/${state.user}`, { [data.flag]: now }).then(() => ''));
  if (data.switch) perform(() => post('/switches', { [data.switch]: now }).then(() => '已更改'));
  if (data.account) perform(() => post(`/accounts/${data.account}`, { [data.field]: now }).then(() => '已更改'));
  if (id === 'scan-file' && files.length > 0) scanFile(files[0]);
});

document.addEventListener('paste', (paste) => {
  const picture = [...paste.clipboardData.files].find((file) => file.type.startsWith('image/'));
  if (picture) scanFile(picture);
});

function scanFile(file) {
  perform(async () => scanned(await postBytes(`/users/${state.user}/scan-picture`, await file.arrayBuffer())));
}

document.addEventListener('submit', (submit) => {
  submit.preventDefault();
  const fields = Object.fromEntries(new FormData(submit.target));
  if (submit.target.id === 'fault-form') {
    const { value, ...rest } = fields;
    const body = { ...rest, afterWork: 'afterWork' in fields, code: value, status: value, seconds: value };
    perform(async () => { await post('/faults', body); return '故障已加上'; });
  } else {
    perform(async () => { await post('/push-faults', fields); return '故障已加上'; });
  }
});

at('call-filter').addEventListener('input', drawCalls);
at('call-errors').addEventListener('change', drawCalls);

at('hand').innerHTML = html`<div id="person"></div>
  <div class="block"><h2>扫一扫</h2>
    <div class="row"><input id="scan-text" type="text" placeholder="码里的文字或 scene" aria-label="码里的文字"><button data-act="scan">扫</button></div>
    <div class="row"><label class="check"><input type="file" accept="image/*" id="scan-file" hidden><span class="copy">选一张二维码图片</span></label><span class="muted">或直接粘贴</span></div>
    <p class="note" id="scan-note" hidden></p>
  </div>`.text;
at('trouble').innerHTML = html`<div id="trouble-now"></div>${desk.troubleForms()}`.text;
choose({});

(async function forever() {
  try {
    await refresh();
  } catch (problem) {
    toast(`沙箱没有应答：${problem.message}`);
  }
  setTimeout(forever, EVERY);
})();
