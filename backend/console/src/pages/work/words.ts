export const zh = { title: '工作台' }
export const en: typeof zh = { title: 'Workbench' }
