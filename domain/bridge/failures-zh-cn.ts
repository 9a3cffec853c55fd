import { byFigure, type FailureTable } from './failure-texts';

export const FAILURES_ZH: FailureTable = {
  'bad-request': {
    what: (of) => `这项请求不合要求（${of('what')}）。`,
    kept: '什么也没有写入。',
    do: '检查填写的内容后再试。',
  },
  'unwritable-text': {
    what: (of) => `有一处文字（${of('what')}）里有半个字符，写不进任何记录，多半是复制或输入法留下的。`,
    kept: '什么也没有写入，已有的记录没有变。',
    do: '把那里的文字删掉重新打一遍，再保存。',
  },
  'unreadable-key': {
    what: (of) => `编号或代码（${of('what')}）里有看不见的控制字符，这样的编号以后没有人能再打出来。`,
    kept: '什么也没有写入，已有的记录没有变。',
    do: '把那一项删掉重新打一遍，再保存。',
  },
  forbidden: { what: '这个页面没有得到许可。', kept: '什么也没有写入。', do: '请用程序给出的地址重新打开。' },
  cancelled: { what: '已取消。', kept: '此前已完成的都在，其余没有写入。', do: '' },
  'read-only': { what: '日志只读，不能写入。', kept: '现有记录完好。', do: '请按程序各页顶部的说明处理。' },
  'journal-newer': { what: '日志由更新的版本写成。', kept: '什么也没有改动。', do: '请用新版本打开。' },
  'journal-changed': {
    what: '日志文件在程序打开期间被别的程序改动或换掉了。',
    kept: '这一次没有写入，文件保持现状。',
    do: '请关闭程序，把资料夹原样另存，再重新打开，按各页顶部的说明处理。',
  },
  'disk-full': { what: '磁盘已满。', kept: '此前确认的记录和原有的文件都在，这一次没有写成。', do: '腾出空间后再试。' },
  'io-failed': {
    what: (of) => `读写磁盘或连接本机程序时出错（${of('cause')}）。`,
    kept: '此前确认的记录和原有的文件都在。',
    do: '检查磁盘、权限，以及程序是否还在运行，再试一次。',
  },
  'unknown-elevator': {
    what: (of) => `台账中没有 ${of('registrationNo')}。`,
    kept: '什么也没有写入。',
    do: '先登记或导入这台电梯。',
  },
  'already-registered': {
    what: (of) => `${of('registrationNo')} 已经登记。`,
    kept: '什么也没有写入。',
    do: '要改内容请用“更正登记”。',
  },
  'already-recorded': {
    what: (of) =>
      `${of('kind')}已在记录中：${of('registrationNo')} 的记录 ${of('record')}（${of('on')}），${of('by')} ${of('at')} 录入，内容相同。`,
    kept: '没有重复写入，原记录不变。',
    do: byFigure(
      'list',
      {
        visits: '同一次维保不必再记；若是同日的另一次维保，请填开始时间以示区别。',
        callouts: '同一次故障或困人不必再记；若是另一次，请填各自的报告时间。',
        hazards: '同一项隐患不必再记；若在另一处，请写明位置。',
        steps: '这一步不必再记；若是另一次，请在备注中写明不同之处。',
        assessments: '同一次评估不必再记；内容有误请先撤回原记录。',
      },
      '同一件事不必再记；内容有误请更正原记录。',
    ),
  },
  'conflicts-with-record': {
    what: (of) =>
      `${of('kind')}已有记录，内容与这次不同：${of('registrationNo')} 的记录 ${of('record')}（${of('on')}），${of('by')} ${of('at')} 录入。`,
    kept: '什么也没有写入，原记录不变。',
    do: byFigure(
      'list',
      {
        visits: '若是同一次维保，请更正原记录；若是同日的另一次维保，请填各自的开始时间。',
        inspections: '若是同一次检验，请更正原记录；同日的复检请把结论选为“复检合格”。',
        callouts: '若是同一次故障或困人，请更正原记录；若是另一次，请填各自的报告时间。',
        hazards: '若是同一项隐患，请更正原记录；若在另一处，请写明位置。',
        assessments: '若是同一次评估，请先撤回原记录，再记一次。',
        policies: '若是同一份保单，请更正原记录；续保请填新的起保日。',
        claims: '若是同一次理赔，请更正原记录；若是另一次，请写明情况的不同。',
      },
      '请更正原记录。',
    ),
  },
  'outage-within-record': {
    what: (of) =>
      `这几天已在一次停用之内：${of('registrationNo')} 的记录 ${of('record')}（自 ${of('on')} 起），${of('by')} ${of('at')} 录入。`,
    kept: '什么也没有写入，原记录不变。',
    do: '同一次停用不必再记；那次若已结束，请先为它填启用日期，再记这一次。',
  },
  'outage-still-open': {
    what: (of) =>
      `已有一次停用尚未结束：${of('registrationNo')} 的记录 ${of('record')}（自 ${of('on')} 起），${of('by')} ${of('at')} 录入。`,
    kept: '什么也没有写入，原记录不变。',
    do: '若停用开始得更早，请更正那条记录的停用日期；若是更早的另一次，请填它的启用日期。',
  },
  'repeated-in-request': {
    what: (of) => `要保存的内容里，${of('registrationNo')} 有两条相同的记录（${of('kind')}）。`,
    kept: '什么也没有写入。',
    do: '删去其中一条；若在两处，请写明各自的位置。',
  },
  'round-refused': {
    what: (of) => `这一轮中有 ${of('refused')} 台不能记入。`,
    kept: '整轮都没有写入，草稿照常留着。',
    do: '各台的原因已在行内写明：改好或移出这一轮，再保存。',
  },
  'near-twin': {
    what: (of) => `${of('registrationNo')} 与已登记的 ${of('known')} 只差一点，可能是同一台。`,
    kept: (of) => `${of('known')} 的记录没有变，什么也没有写入。`,
    do: (of) => `是同一台，就打开 ${of('known')}；确是另一台，请在表单里答明“另一台电梯”再登记。`,
  },
  'twins-unanswered': {
    what: (of) =>
      `有 ${of('count')} 个编号与已知的编号只差一点，还没有答是不是同一台，如 ${of('registrationNo')} 与已知的 ${of('known')}。`,
    kept: (of) => `什么也没有写入，${of('known')} 的记录没有变。`,
    do: '在试读里逐个（或一次）答明“同一台”或“另一台”，再写入。',
  },
  'beginning-unanswered': {
    what: (of) =>
      `有 ${of('count')} 台投用已久而没有更早的记录，还没有答明从哪天起算，如 ${of('registrationNo')}（建议 ${of('from')}）。`,
    kept: '什么也没有写入。',
    do: '在试读里逐台（或一次）答明从哪天起算，再写入。',
  },
  'mapping-refused': {
    what: (of) => `列对应文件里这一处不合格式：${of('where')} ${of('field')}。`,
    kept: '已存的列对应没有变。',
    do: '请用本程序导出的列对应文件，或照 formats.md 第 2 节改正后再取。',
  },
  'no-mapping-file': {
    what: '这不是列对应文件，或太大。',
    kept: '已存的列对应没有变。',
    do: '请选本程序导出的列对应文件（.json）。',
  },
  'mappings-too-many': {
    what: (of) => `列对应最多存 ${of('most')} 个。`,
    kept: '已存的没有变。',
    do: '先删去不用的。',
  },
  'unknown-record': { what: '找不到这条记录，或它已被撤回。', kept: '什么也没有写入。', do: '刷新后再看。' },
  'in-roster': {
    what: (of) =>
      `${of('name')}已在名册里${of('record') === '' ? '（同一次里写了两遍）' : `（记录${of('record')}）`}：${of('list') === 'firms' ? '单位名称相同' : '证号相同，或没有证号而姓名和单位相同'}。`,
    kept: '什么也没有写入。',
    do: '同一个就更正原来那行；同名的另一个人，请写各自的证号或单位。',
  },
  'nothing-changed': { what: '没有任何改动。', kept: '什么也没有写入。', do: '改动后再保存。' },
  'future-date': {
    what: (of) => `日期 ${of('date')} 晚于今日 ${of('today')}。`,
    kept: '什么也没有写入。',
    do: '改正日期。',
  },
  'end-before-start': { what: '结束早于开始。', kept: '什么也没有写入。', do: '改正时间。' },
  'no-technician': { what: '没有维保人员。', kept: '什么也没有写入。', do: '至少写一人。' },
  'visit-changed': {
    what: (of) => `${of('registrationNo')} 的记录 ${of('record')} 在显示之后被更正过。`,
    kept: '什么也没有写入；确认的只能是看过的内容。',
    do: '重新打开名单，看过现在的记录后再答复。',
  },
  'confirmed-before-visit': {
    what: (of) => `日期 ${of('date')} 早于维保日期 ${of('visit')}。`,
    kept: '什么也没有写入。',
    do: '改正确认的日期。',
  },
  'check-without-paper': {
    what: (of) => `${of('date')} 已过，没有写明或附上当日检查的纸面记录。`,
    kept: '什么也没有写入；过去的日子不能事后打勾。',
    do: '写明或拍下当日填写的纸面记录，或者说明当日为何没有检查。',
  },
  'unknown-item': { what: '检查项目与品种、类别不符。', kept: '什么也没有写入。', do: '重新选择类别后再填。' },
  'unknown-component': { what: '部位不在所用规则包的部件表里。', kept: '什么也没有写入。', do: '从部件表里选择。' },
  'unknown-criterion': {
    what: '所选的严重或重大隐患情形不在所用规则包里。',
    kept: '什么也没有写入。',
    do: '重新选择情形。',
  },
  'criterion-of-other-kind': {
    what: '所选的严重或重大隐患情形不是对这台设备的品种规定的。',
    kept: '什么也没有写入。',
    do: '核对设备品种，或另选情形。',
  },
  'no-hazard-criteria': {
    what: '所用规则包没有隐患方面的内容。',
    kept: '什么也没有写入。',
    do: '在设置里选用含隐患内容的规则包，例如国家包。',
  },
  'unknown-policy': { what: '该电梯名下没有这个保单号。', kept: '什么也没有写入。', do: '先登记保单，或核对保单号。' },
  'step-wrong-state': {
    what: '隐患目前的状态不能走这一步。',
    kept: '什么也没有写入。',
    do: '查看它现在的状态，选择列出的步骤。',
  },
  'step-already-stopped': { what: '电梯已因该隐患停用。', kept: '什么也没有写入。', do: '无须再停用。' },
  'step-not-stopped': { what: '电梯没有因该隐患停用。', kept: '什么也没有写入。', do: '无须启用。' },
  'step-before-last-step': {
    what: '这一步的时间早于前一步。',
    kept: '什么也没有写入。',
    do: '核对日期和时间；各步按发生先后登记。',
  },
  'step-same-person': {
    what: '须由另一人来做：整改人不能复查自己的整改，发现人不能否定或降低自己发现的严重、重大隐患。',
    kept: '什么也没有写入。',
    do: '请另一人复查并写上其姓名。',
  },
  'step-needs-evidence': {
    what: '严重或重大隐患的这一步须有见证材料。',
    kept: '什么也没有写入。',
    do: '附照片，或写明更换件凭证、试验记录等文书编号。已整改而无材料的，先重新整改登记。',
  },
  'step-needs-notice': { what: '还没有书面告知现使用单位。', kept: '什么也没有写入。', do: '先登记告知。' },
  'step-needs-report': { what: '严重或重大隐患还没有报告监管部门。', kept: '什么也没有写入。', do: '先登记报告。' },
  'step-nothing-changed': { what: '级别与风险都没有变化。', kept: '什么也没有写入。', do: '改动后再保存，或取消。' },
  'step-deadline-not-later': { what: '延期后的期限不晚于现在的期限。', kept: '什么也没有写入。', do: '写更晚的日期。' },
  'step-not-rechecked': {
    what: '严重或重大隐患复查合格之前不得启用。',
    kept: '什么也没有写入。',
    do: '先整改并由另一人复查合格。',
  },
  'stale-import': { what: '试读之后记录又有变化，或试读已放弃。', kept: '什么也没有写入。', do: '重新读一次文件。' },
  'nothing-to-import': { what: '没有可写入的新内容。', kept: '什么也没有写入。', do: '' },
  'file-too-large': { what: '文件过大。', kept: '什么也没有写入。', do: '分成几个文件。' },
  'unknown-attachment': { what: '找不到这个附件，或它已不是原样。', kept: '什么也没有写入。', do: '重新添加照片。' },
  'unknown-report': { what: '报告文件不在原处，或已不是原样。', kept: '日志中的出具记录还在。', do: '重新出具一份。' },
  'countersign-not-ours': {
    what: '这不是本软件出具的文书，不能在其中签收。',
    kept: '文件没有改动。',
    do: '请向出具单位索取带签名的 PDF 原件。',
  },
  'countersign-tampered': {
    what: '文件签名之后被改动过，没有签收。',
    kept: '文件没有改动。',
    do: '不要签收；请向出具单位索取原件，先核验再签。',
  },
  'countersign-encrypted': {
    what: '文件已加密，没有签收。',
    kept: '文件没有改动。',
    do: '请向出具单位索取未加密的原件。',
  },
  'countersign-full': {
    what: '文件中已有十个签收或见证，不能再加。',
    kept: '文件没有改动。',
    do: '请在纸质件上签收，或请出具单位另出一份。',
  },
  'unknown-identity': { what: '找不到这个签名证书。', kept: '什么也没有写入。', do: '在“设置”里重新导入。' },
  'wrong-passphrase': {
    what: '口令不对，签名证书没有打开。',
    kept: '什么也没有写入。',
    do: '请再给一次。口令没有保存，忘了只能另建证书。',
  },
  'identity-unreadable': {
    what: (of) => `这个文件不是能读的 .p12（${of('what')}）。`,
    kept: '什么也没有写入。',
    do: '向签发方另要一份，或另建一个。',
  },
  'identity-weak': {
    what: (of) => `密钥太弱，或是本软件不用来签名的种类（${of('algorithm')} ${of('bits')}）。`,
    kept: '什么也没有写入。',
    do: '换用 RSA 2048 位以上或 P-256 以上的证书。',
  },
  'identity-expired': {
    what: (of) => `证书不在有效期内（${of('notBefore')} 至 ${of('notAfter')}）。`,
    kept: '没有签名。',
    do: '换一个有效的证书。',
  },
  'identity-no-key': { what: '文件里没有与证书相配的私钥。', kept: '什么也没有写入。', do: '导出时选择连同私钥。' },
  'identity-no-root': {
    what: '这个证书没有留下根证书的私钥，不能在原来的根证书下续期。',
    kept: '证书没有变。',
    do: '另建一个证书，注明接替哪一个，并把新的 .pem 交给收报告的人。',
  },
  'identity-withdrawn': {
    what: (of) => `这个证书已于 ${of('on')} 停用（${of('reason')}）。`,
    kept: '什么也没有写入。',
    do: '换一个证书，或新建一个。',
  },
  'identity-locked': { what: '证书已经锁定。', kept: '什么也没有写入。', do: '输入口令再签。' },
  'certificate-unreadable': { what: '这不是能读的证书。', kept: '信任名单没有变。', do: '选择对方给的 .pem 文件。' },
  'unknown-backup': {
    what: (of) => `没有名为“${of('name')}”的备份。`,
    kept: '什么都没有改动。',
    do: '重新看一下备份列表；它可能已被轮换或移走。',
  },
  'backup-folder': {
    what: byFigure(
      'what',
      {
        relative: '备份文件夹要写完整路径。',
        inside: '备份文件夹不能在记录资料夹里面。',
        missing: '找不到这个文件夹，也不能新建：磁盘没有接上，或上级文件夹不存在。',
        'not-writable': '这个文件夹不能写入。',
        none: '还没有选定备份文件夹。',
      },
      '不能用作备份文件夹。',
    ),
    kept: '备份的设置没有改变。',
    do: '写一个别的磁盘上的文件夹，例如 D:\\梯审备份 或 /media/disk/backup。',
  },
  'backup-failed': { what: '备份没有恢复。', kept: '备份和现在的记录都没有改动。', do: (of) => of('sentence') },
  'pack-invalid': { what: '没有可用的规则包。', kept: '什么也没有写入。', do: '看“规则包”页上的原因。' },
  internal: {
    what: '程序内部出错。',
    kept: '此前确认的记录都在。',
    do: '请把下面的编号和资料夹里的 logs/elevator-audit.log 一并发给开发者（日志里没有姓名、编号和地址）；可以重试。',
  },
};
