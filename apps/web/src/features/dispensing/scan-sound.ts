const sounds = { right: { hertz: 1_200, seconds: 0.07 }, wrong: { hertz: 220, seconds: 0.35 } }

let speaker: AudioContext | null = null

/** A short sound for eyes that are on the pack: high for a pack taken, low and long for one refused. Silent where there is no audio. */
export function playSound(kind: keyof typeof sounds): void {
  if (!('AudioContext' in globalThis)) return
  speaker ??= new AudioContext()
  const { hertz, seconds } = sounds[kind]
  const tone = speaker.createOscillator()
  const volume = speaker.createGain()
  tone.frequency.value = hertz
  volume.gain.value = 0.08
  tone.connect(volume).connect(speaker.destination)
  tone.start()
  tone.stop(speaker.currentTime + seconds)
}
