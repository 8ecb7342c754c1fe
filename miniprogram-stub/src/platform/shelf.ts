/** Photos of unsent reports in the browser's own database, so that they outlive a reload. */
const shelf = 'photos'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('quanmin', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(shelf)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction(shelf, mode).objectStore(shelf))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  } finally {
    database.close()
  }
}

export const photoShelf = {
  put: (ref: string, photo: Blob) => run('readwrite', (store) => store.put(photo, ref)),
  take: (ref: string) => run('readonly', (store) => store.get(ref) as IDBRequest<Blob | undefined>).catch(() => undefined),
  remove: (ref: string) => run('readwrite', (store) => store.delete(ref)),
}
