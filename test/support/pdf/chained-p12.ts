import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOk } from './outside-tools';

const EXTENSIONS = `
[ca]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
[leaf]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,nonRepudiation
extendedKeyUsage=emailProtection,1.3.6.1.5.5.7.3.36
[web]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=serverAuth
`;

export interface ChainedP12 {
  readonly p12: Uint8Array;
  readonly rootPem: string;
  readonly intermediatePem: string;
  readonly leafPem: string;
}

/** A .p12 from openssl with leaf, intermediate and root, as an authority would hand it out; `kind` chooses the leaf's purposes. */
export function chainedP12(folder: string, passphrase: string, kind: 'leaf' | 'web' = 'leaf'): ChainedP12 {
  const at = (name: string): string => join(folder, `${kind}-${name}`);
  writeFileSync(at('ext.cnf'), EXTENSIONS);
  writeFileSync(at('pass'), passphrase);
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-utf8'];
  const certify = (subject: string, section: string, issuer: string | null, out: string): void => {
    const request = ['req', '-new', ...newKey, '-subj', subject, '-keyout', at(`${out}.key`), '-out', at(`${out}.csr`)];
    runOk('openssl', request);
    const signer =
      issuer === null
        ? ['-signkey', at(`${out}.key`)]
        : ['-CA', at(`${issuer}.pem`), '-CAkey', at(`${issuer}.key`), '-CAcreateserial'];
    const profile = ['-days', '900', '-sha256', '-extfile', at('ext.cnf'), '-extensions', section];
    runOk('openssl', ['x509', '-req', '-in', at(`${out}.csr`), ...signer, ...profile, '-out', at(`${out}.pem`)]);
  };
  certify('/O=测试根/CN=Test Root', 'ca', null, 'root');
  certify('/O=测试中级/CN=Test Intermediate', 'ca', 'root', 'middle');
  certify('/O=维保, "甲"公司/CN=signer', kind, 'middle', 'leaf');
  const chain = readFileSync(at('middle.pem'), 'utf8') + readFileSync(at('root.pem'), 'utf8');
  writeFileSync(at('chain.pem'), chain);
  const files = ['-inkey', at('leaf.key'), '-in', at('leaf.pem'), '-certfile', at('chain.pem')];
  runOk('openssl', ['pkcs12', '-export', ...files, '-passout', `file:${at('pass')}`, '-out', at('out.p12')]);
  return {
    p12: readFileSync(at('out.p12')),
    rootPem: readFileSync(at('root.pem'), 'utf8'),
    intermediatePem: readFileSync(at('middle.pem'), 'utf8'),
    leafPem: readFileSync(at('leaf.pem'), 'utf8'),
  };
}
