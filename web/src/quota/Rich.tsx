/** A message in which `<b>` marks what is bold; no other mark is known. */
export function Rich({ text }: { text: string }) {
  return text.split(/(<b>.*?<\/b>)/).map((part, index) =>
    part.startsWith('<b>') ? (
      // The parts of a sentence have no identity but their place.
      // oxlint-disable-next-line react/no-array-index-key
      <b key={index}>{part.slice(3, -4)}</b>
    ) : (
      part
    ),
  );
}
