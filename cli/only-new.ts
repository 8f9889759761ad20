/** Says what is new: a fault that lasts is said once, and the paper that waits for it is not announced at every try. */
export function onlyNew(say: (text: string) => void): (text: string) => void {
  const said: string[] = []
  return text => {
    if (said.includes(text)) return
    said.push(text)
    if (said.length > 2) said.shift()
    say(text)
  }
}
