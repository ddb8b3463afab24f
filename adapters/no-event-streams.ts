/*
 * What each function is bundled with in place of the SDK's event streams: answers that come bit by bit. The SDK loads them
 * when such an answer comes, but a bundle holds them from the start, with all that they lean on; and no call of ours is
 * answered like that.
 */
const none = () => {
  throw new Error('No call that we make of AWS is answered bit by bit.')
}

export { none as EventStreamSerde, none as eventStreamSerdeProvider }
