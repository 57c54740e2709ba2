// What two texts have in common, word by word.

const MOST_CELLS = 4_000_000 // of the table that is filled; texts that differ more than that differ whole

/** Words, single Han letters, runs of space, and whatever else stands there, one by one. */
export const wordsOf = (text) => text.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+|\s+|./gu) ?? []

/**
 * The places of a longest common subsequence, in both lists, in order.
 * @template Item
 * @param {Item[]} one
 * @param {Item[]} other
 * @returns {[number, number][]}
 */
export function common(one, other) {
  let start = 0
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1
  let [end, otherEnd] = [one.length, other.length]
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    end -= 1
    otherEnd -= 1
  }
  /** @type {[number, number][]} */
  const before = Array.from({ length: start }, (_none, at) => [at, at])
  /** @type {[number, number][]} */
  const behind = Array.from({ length: one.length - end }, (_none, at) => [end + at, otherEnd + at])
  const middle = commonWithin(one.slice(start, end), other.slice(start, otherEnd))
  return [
    ...before,
    ...middle.map(([a, b]) => /** @type {[number, number]} */ ([a + start, b + start])),
    ...behind,
  ]
}

/** @returns {[number, number][]} */
function commonWithin(one, other) {
  const width = other.length + 1
  if (!one.length || !other.length || one.length * other.length > MOST_CELLS) return []
  const longest = new Uint32Array((one.length + 1) * width)
  for (let a = one.length - 1; a >= 0; a -= 1) {
    for (let b = other.length - 1; b >= 0; b -= 1) {
      longest[a * width + b] = one[a] === other[b]
        ? longest[(a + 1) * width + b + 1] + 1
        : Math.max(longest[(a + 1) * width + b], longest[a * width + b + 1])
    }
  }
  /** @type {[number, number][]} */
  const found = []
  let [a, b] = [0, 0]
  while (a < one.length && b < other.length) {
    if (one[a] === other[b]) found.push([a++, b++])
    else if (longest[(a + 1) * width + b] >= longest[a * width + b + 1]) a += 1
    else b += 1
  }
  return found
}

/**
 * A text in pieces: those that another has too, and those that it has alone.
 * @param {string} text
 * @param {string} other
 * @returns {{ text: string, alone: boolean }[]}
 */
export function marked(text, other) {
  const words = wordsOf(text)
  const shared = new Set(common(words, wordsOf(other)).map(([at]) => at))
  /** @type {{ text: string, alone: boolean }[]} */
  const pieces = []
  for (const [at, word] of words.entries()) {
    const alone = !shared.has(at)
    const last = pieces.at(-1)
    if (last?.alone === alone) last.text += word
    else pieces.push({ text: word, alone })
  }
  return pieces
}

/** @typedef {{ start: number, end: number, gone: string }} WordChange letters of the new text that are new, and what went there */

/**
 * Where a text differs from another, word by word.
 * @returns {WordChange[]}
 */
export function wordChanges(before, after) {
  const [olds, news] = [wordsOf(before), wordsOf(after)]
  /** @type {WordChange[]} */
  const found = []
  let [from, at, letters] = [0, 0, 0]
  for (const [old, now] of [...common(olds, news), [olds.length, news.length]]) {
    const added = news.slice(at, now).join("").length
    const gone = olds.slice(from, old).join("")
    if (added || gone) found.push({ start: letters, end: letters + added, gone })
    letters += added + (news[now]?.length ?? 0)
    ;[from, at] = [old + 1, now + 1]
  }
  return found
}
