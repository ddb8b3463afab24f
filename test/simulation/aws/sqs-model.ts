interface Message {
  messageId: string
  body: string
  receives: number
  visibleAtMs: number
}

/** Tries after which a message is set aside, as lib/work-queue.ts has it. */
const mostReceives = 5

/** SQS as AWS promises it: at least once, in no order. Who asks it decides what chance does to its messages. */
export const sqsModel = (now: () => number) => {
  const queues = new Map<string, { messages: Message[]; setAside: Message[] }>()
  let count = 0

  const queue = (url: string) => {
    const found = queues.get(url) ?? { messages: [], setAside: [] }
    queues.set(url, found)
    return found
  }

  return {
    send: (url: string, body: string) => {
      const messageId = `message-${(count += 1)}`
      queue(url).messages.push({ messageId, body, receives: 0, visibleAtMs: now() })
      return messageId
    },
    /** Takes what can be seen, `pick` of it; what was taken too often is set aside. */
    receive: (url: string, visibilityMs: number, pick: (seen: Message[]) => Message[]): Message[] => {
      const { messages, setAside } = queue(url)
      const seen = messages.filter(({ visibleAtMs }) => visibleAtMs <= now())
      for (const message of seen.filter(({ receives }) => receives >= mostReceives)) {
        messages.splice(messages.indexOf(message), 1)
        setAside.push(message)
      }
      const taken = pick(seen.filter(({ receives }) => receives < mostReceives))
      for (const message of taken)
        Object.assign(message, { receives: message.receives + 1, visibleAtMs: now() + visibilityMs })
      return taken
    },
    delete: (url: string, messageId: string) => {
      const { messages } = queue(url)
      const place = messages.findIndex((message) => message.messageId === messageId)
      if (place >= 0) messages.splice(place, 1)
    },
    /** Puts back what was set aside. */
    redrive: (url: string) => {
      const { messages, setAside } = queue(url)
      const moved = setAside.splice(0)
      messages.push(...moved.map((message) => ({ ...message, receives: 0, visibleAtMs: now() })))
      return moved.length
    },
    waiting: (url: string) => queue(url).messages.length,
    setAside: (url: string) => queue(url).setAside.length,
    /** When the next message can be seen. */
    nextVisibleAtMs: (url: string) => Math.min(...queue(url).messages.map(({ visibleAtMs }) => visibleAtMs)),
  }
}

export type SqsModel = ReturnType<typeof sqsModel>
