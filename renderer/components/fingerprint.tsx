/** A SHA-256 fingerprint in groups that can be read out; copied, it is one word. */
export function Fingerprint({ of }: { readonly of: string }) {
  const digits = of.replace(/^sha256:/, '');
  return (
    <span className="fingerprint no-space">
      {(digits.match(/.{1,8}/g) ?? []).map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}
