/** Small scenes for empty pages, drawn for this project in colours that sit on light and dark grounds alike. */
const ground = '<ellipse cx="84" cy="102" rx="70" ry="7" fill="#7fb5ae" opacity=".28"/>'
const tree = (x: number) =>
  `<path d="M${x} 101V82" stroke="#8a6a4f" stroke-width="3" stroke-linecap="round"/><circle cx="${x}" cy="74" r="12" fill="#5fae8b"/><circle cx="${x + 5}" cy="69" r="6" fill="#7cc4a3"/>`

const scenes: Record<string, string> = {
  city:
    `${ground}<rect x="38" y="50" width="28" height="51" rx="3" fill="#9fcfc8"/><rect x="62" y="30" width="34" height="71" rx="3" fill="#4b9f97"/>` +
    `<rect x="92" y="58" width="30" height="43" rx="3" fill="#c9e3de"/><path d="M70 42h6m8 0h6m-20 12h6m8 0h6m-20 12h6m8 0h6m-20 12h6m8 0h6M46 62h5m5 0h5m-15 11h5m5 0h5M100 70h5m5 0h5m-15 11h5m5 0h5" stroke="#fff" stroke-width="3" opacity=".85"/>` +
    `${tree(26)}${tree(136)}<circle cx="128" cy="28" r="10" fill="#f0b56d"/>`,
  cases:
    `${ground}<rect x="50" y="22" width="62" height="78" rx="8" fill="#fff" stroke="#4b9f97" stroke-width="3"/><rect x="67" y="15" width="28" height="14" rx="6" fill="#4b9f97"/>` +
    `<path d="M62 46h24M62 60h36M62 74h20" stroke="#9fcfc8" stroke-width="5" stroke-linecap="round"/><circle cx="114" cy="82" r="18" fill="#e8934a"/><path d="m106 82 6 6 11-12" stroke="#fff" stroke-width="4" fill="none" stroke-linecap="round" stroke-linejoin="round"/>`,
  mail:
    `${ground}<rect x="38" y="36" width="86" height="60" rx="9" fill="#fff" stroke="#4b9f97" stroke-width="3"/><path d="m41 42 40 31 40-31" fill="none" stroke="#4b9f97" stroke-width="3" stroke-linejoin="round"/>` +
    `<circle cx="126" cy="34" r="13" fill="#e8934a"/><path d="M120 34h12M126 28v12" stroke="#fff" stroke-width="3" stroke-linecap="round"/>`,
  cloud:
    `${ground}<path d="M52 84a20 20 0 0 1-2-40 28 28 0 0 1 54-7 22 22 0 0 1 14 47z" fill="#c9e3de"/><path d="M70 62h.1M96 62h.1" stroke="#2c6f69" stroke-width="6" stroke-linecap="round"/><path d="M74 76c5-5 14-5 19 0" stroke="#2c6f69" stroke-width="3" fill="none" stroke-linecap="round"/>`,
  work:
    `${ground}<rect x="46" y="40" width="76" height="58" rx="8" fill="#4b9f97"/><path d="M70 40v-8a6 6 0 0 1 6-6h16a6 6 0 0 1 6 6v8" fill="none" stroke="#2c6f69" stroke-width="4"/><path d="M46 64h76" stroke="#fff" stroke-width="3" opacity=".7"/>` +
    `<rect x="77" y="58" width="14" height="13" rx="3" fill="#f0b56d"/>${tree(136)}`,
  done:
    `${ground}<rect x="28" y="58" width="24" height="43" rx="3" fill="#c9e3de"/><rect x="116" y="50" width="26" height="51" rx="3" fill="#9fcfc8"/><circle cx="84" cy="56" r="34" fill="#2f8f86"/>` +
    `<path d="m68 57 12 12 22-25" stroke="#fff" stroke-width="7" fill="none" stroke-linecap="round" stroke-linejoin="round"/><path d="M38 30l4 6M130 26l-5 6M84 8v8" stroke="#e8934a" stroke-width="4" stroke-linecap="round"/>`,
  paper:
    `${ground}<rect x="44" y="24" width="80" height="74" rx="8" fill="#fff" stroke="#4b9f97" stroke-width="3"/><rect x="55" y="36" width="28" height="24" rx="4" fill="#f0b56d"/><path d="M92 40h20M92 52h20M56 72h56M56 84h38" stroke="#9fcfc8" stroke-width="5" stroke-linecap="round"/>`,
}

const houses = [
  [0, 44, 30], [26, 60, 22], [50, 36, 34], [88, 72, 20], [106, 50, 32], [142, 84, 24], [164, 58, 28], [196, 40, 36], [228, 66, 22],
  [252, 92, 20], [270, 54, 34], [308, 38, 30], [334, 70, 24], [356, 48, 34],
] as const

/** The head of the first page: roofs, a bridge over the stream, and hills. */
export const skyline = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 390 120" width="780" height="240">' +
    '<path d="M0 78c48-40 92-36 134-12 40-34 96-42 142-8 44-22 82-16 114 6v56H0z" fill="#fff" opacity=".1"/>' +
    `<g fill="#fff" opacity=".2">${houses.map(([x, h, w]) => `<rect x="${x}" y="${112 - h}" width="${w}" height="${h + 8}" rx="3"/>`).join('')}</g>` +
    `<g fill="#fff" opacity=".34">${houses.map(([x, h]) => `<rect x="${x + 6}" y="${120 - h}" width="4" height="5"/><rect x="${x + 14}" y="${132 - h}" width="4" height="5"/>`).join('')}</g>` +
    '<circle cx="318" cy="26" r="13" fill="#ffd9a8" opacity=".9"/></svg>',
)}`

export function illustration(name: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 168 116" width="336" height="232">${scenes[name] ?? scenes.city}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** The cover of an article that has none. */
export const skylineCard = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 264 128" width="528" height="256"><rect width="264" height="128" fill="#2b8a82"/>' +
    '<path d="M0 92c40-26 74-22 104-6 34-24 84-30 160 2v40H0z" fill="#fff" opacity=".14"/><circle cx="206" cy="34" r="13" fill="#ffd9a8"/>' +
    `<g fill="#fff" opacity=".25">${houses.slice(0, 10).map(([x, h, w]) => `<rect x="${x}" y="${128 - h}" width="${w}" height="${h}" rx="3"/>`).join('')}</g></svg>`,
)}`
