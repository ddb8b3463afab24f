import type { Block } from './blocks.ts'

/** The part for those who read e-mail as text: the same words, every address in full. */
export const asText = (blocks: readonly Block[]) => `${blocks.map(textOf).join('\n\n')}\n`

const textOf = (block: Block): string => {
  switch (block.kind) {
    case 'h':
      return `${block.text}\n${'='.repeat(block.text.length)}`
    case 'h2':
      return `${block.text}\n${'-'.repeat(block.text.length)}`
    case 'p':
    case 'small':
      return block.text
    case 'call':
      return `${block.text} ${block.phone}`
    case 'fact':
      return `${block.label}: ${block.text}`
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n')
    case 'button':
    case 'choice':
    case 'link':
      return `${block.label}:\n${block.href}`
  }
}
