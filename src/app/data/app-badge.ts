/**
 * Shows on the app's icon how much waits (I25), nothing where nothing does. Where icons carry no badge (Android, a tab), or
 * the browser refuses, the count in the app says it all the same.
 */
export async function showBadge(count: number): Promise<void> {
  if (!('setAppBadge' in navigator)) return
  try {
    if (count > 0) await navigator.setAppBadge(count)
    else await navigator.clearAppBadge()
  } catch {
    // An icon that shows no count costs nobody anything.
  }
}
