/** Large type, remembered on this phone. */
import { reactive } from 'vue'

const slot = 'look.large'

export const look = reactive({
  large: Boolean(uni.getStorageSync(slot)),
  setLarge(on: boolean): void {
    this.large = on
    uni.setStorageSync(slot, on ? '1' : '')
  },
})
