/** One line a command; `formats.md` section 3. */
export const USAGE = {
  sample: 'sample --elevators N --years Y --seed S --out DIR [--as-of DATE]',
  audit:
    'audit --register FILE --visits FILE [--outages FILE] [--inspections FILE] [--callouts FILE] [--hazards FILE] [--scope maintenance|all] --as-of DATE [--from DATE] [--to DATE] [--pack ID] [--packs-dir DIR] [--explain REGISTRATION_NO] [--against PACK_ID|DATE] [--format text|json] [--locale zh-CN|en] [--skip-bad-rows]',
  report:
    'report --register FILE --visits FILE [--outages FILE] [--inspections FILE] [--callouts FILE] [--hazards FILE] [--scope maintenance|all] --as-of DATE [--from DATE] [--to DATE] [--pack ID] [--packs-dir DIR] --elevator REGISTRATION_NO|all --kind compliance|old-elevator --locale zh-CN|en --identity FILE.p12 --passphrase-file F [--person NAME] [--short-name NAME] --out DIR [--skip-bad-rows]',
  hazards:
    'hazards --register FILE --hazards FILE [--callouts FILE] --as-of DATE [--pack ID] [--packs-dir DIR] [--format text|json] [--locale zh-CN|en] [--skip-bad-rows]',
  identity: 'identity create --name "单位名称" --out FILE.p12 --passphrase-file F',
  packs:
    'packs [--id ID] [--packs-dir DIR] [--format text|json] [--locale zh-CN|en] | packs validate FILE.json… [--packs-dir DIR] [--format text|json] [--locale zh-CN|en]',
  countersign:
    'countersign FILE.pdf --role receipt|witness [--remark TEXT] --identity FILE.p12 --passphrase-file F --out FILE.pdf [--locale zh-CN|en]',
  backup:
    'backup create --profile DIR --out DIR [--scratch DIR] | backup prove BACKUP [--scratch DIR] | backup restore BACKUP --profile DIR [--locale zh-CN|en]',
  verify: 'verify FILE.pdf… [--trust CERT.pem]… [--format text|json] [--locale zh-CN|en]',
} as const;
