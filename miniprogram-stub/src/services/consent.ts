/** The privacy agreement by version: what was agreed to, and asking when it was not. */
import { reactive } from 'vue'
import { api } from './http'
import { session, setMe } from './session'
import type { Consent, Me } from './types'

let answered: ((agreed: boolean) => void)[] = []

function answer(agreed: boolean): void {
  consent.asking = false
  answered.forEach((each) => each(agreed))
  answered = []
}

export const consent = reactive({
  text: undefined as Consent | undefined,
  asking: false,
  async load(): Promise<void> {
    consent.text = await api.get<Consent>('/consents/current').catch(() => consent.text)
  },
  given(): boolean {
    const given = session.state.me?.consent
    return !given || given.agreedVersion === given.currentVersion
  },
  /** True once the person has agreed to the current version; asks when they have not. */
  ensure(): Promise<boolean> {
    if (consent.given()) return Promise.resolve(true)
    consent.asking = true
    return new Promise((resolve) => answered.push(resolve))
  },
  async agree(): Promise<void> {
    const version = session.state.me?.consent.currentVersion ?? consent.text?.version
    if (session.state.token) setMe(await api.post<Me>('/me/consents', { version }))
    answer(true)
  },
  decline: () => answer(false),
})
