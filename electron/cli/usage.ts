import { TABLES_IN, TABLES_OUT } from '../../domain/record/table-names';
import { ROSTER_LISTS } from '../../domain/roster/roster';

/** One line a command; `formats.md` section 3. */
export const USAGE = {
  sample: 'sample --elevators N --years Y --seed S --out DIR [--as-of DATE] [--rough] [--fabricate KIND:RATE]…',
  audit:
    'audit --register FILE --visits FILE [--outages FILE] [--inspections FILE] [--callouts FILE] [--contracts FILE] [--hazards FILE [--hazard-steps FILE]] [--device-events FILE] [--scope maintenance|all] --as-of DATE [--from DATE] [--to DATE] [--pack ID] [--packs-dir DIR] [--explain REGISTRATION_NO] [--against PACK_ID|DATE] [--doubts [--sites FILE] [--certificates FILE] [--people FILE]] [--format text|json] [--locale zh-CN|en] [--mapping FILE]… [--encoding UTF-8|GB18030|Big5|Shift_JIS|Windows-1252] [--refused FILE] [--skip-bad-rows]',
  report:
    'report --register FILE --visits FILE [--outages FILE] [--inspections FILE] [--callouts FILE] [--contracts FILE] [--hazards FILE [--hazard-steps FILE]] [--device-events FILE] [--scope maintenance|all] --as-of DATE [--from DATE] [--to DATE] [--pack ID] [--packs-dir DIR] [--sites FILE] [--certificates FILE] [--people FILE] --elevator REGISTRATION_NO|all [--site NAME] --kind compliance|old-elevator|visit-record|inspection-pack|weekly-report|monthly-minutes [--visit-records last-four|all|none] [--week DATE] [--month YYYY-MM] [--daily-checks FILE] --locale zh-CN|en --identity FILE.p12 --passphrase-file F [--person NAME] [--short-name NAME] --out DIR [--mapping FILE]… [--encoding UTF-8|GB18030|Big5|Shift_JIS|Windows-1252] [--refused FILE] [--skip-bad-rows]',
  hazards:
    'hazards --register FILE --hazards FILE [--hazard-steps FILE] [--callouts FILE] --as-of DATE [--pack ID] [--packs-dir DIR] [--format text|json] [--locale zh-CN|en] [--mapping FILE]… [--encoding UTF-8|GB18030|Big5|Shift_JIS|Windows-1252] [--refused FILE] [--skip-bad-rows]',
  plan: 'plan --register FILE --visits FILE [--outages FILE] [--inspections FILE] [--hazards FILE] [--scope maintenance|all] --as-of DATE [--pack ID] [--packs-dir DIR] [--sensible-days N] [--per-day N] [--format text|json] [--locale zh-CN|en] [--mapping FILE]… [--encoding UTF-8|GB18030|Big5|Shift_JIS|Windows-1252] [--refused FILE] [--skip-bad-rows]',
  identity:
    'identity create --name "单位名称" --out FILE.p12 --passphrase-file F | identity renew|export --identity FILE.p12 --passphrase-file F --out NEW.p12 | identity passphrase --identity FILE.p12 --passphrase-file F --new-passphrase-file G --out NEW.p12 [--locale zh-CN|en]',
  packs:
    'packs [--id ID] [--packs-dir DIR] [--format text|json] [--locale zh-CN|en] | packs validate FILE.json… [--packs-dir DIR] [--format text|json] [--locale zh-CN|en]',
  countersign:
    'countersign FILE.pdf --role receipt|witness [--remark TEXT] --identity FILE.p12 --passphrase-file F --out FILE.pdf [--locale zh-CN|en]',
  backup:
    'backup create --profile DIR --out DIR [--move] [--author NAME] [--passphrase-file F] [--scratch DIR] | backup sheet --profile DIR --out FILE.html | backup prove BACKUP [--passphrase-file F] [--scratch DIR] | backup restore BACKUP --profile DIR [--author NAME] [--passphrase-file F] [--locale zh-CN|en]',
  journal:
    'journal verify --profile DIR [PAPER.pdf|BACKUP…] | journal export --profile DIR --out FILE | journal salvage --profile DIR --out FILE | journal erase --profile DIR --details FILE|- --reason request|consent|term|mistake [--dry-run] [--author NAME] [--locale zh-CN|en]',
  export: `export --profile DIR --out DIR [--table ${[...TABLES_OUT, ...ROSTER_LISTS].join('|')}]… [--format xlsx|csv] [--pack ID] [--packs-dir DIR] [--locale zh-CN|en]`,
  template: `template --out DIR [--table ${TABLES_IN.join('|')}]… [--format xlsx|csv] [--pack ID] [--packs-dir DIR] [--locale zh-CN|en]`,
  verify: 'verify FILE.pdf… [--trust CERT.pem]… [--format text|json] [--locale zh-CN|en]',
} as const;
