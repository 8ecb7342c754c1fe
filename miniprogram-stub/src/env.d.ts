/// <reference types="vite/client" />
/// <reference types="@dcloudio/types" />

interface ImportMetaEnv {
  /** Where the WeChat build finds the backend, such as `https://quanmin.example.gov.cn`; H5 asks whoever served it. */
  readonly VITE_QUANMIN_BASE?: string
}

declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent<object, object, unknown>
  export default component
}
