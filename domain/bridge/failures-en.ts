import { byFigure, type FailureTable } from './failure-texts';

export const FAILURES_EN: FailureTable = {
  'bad-request': {
    what: (of) => `The request is not in order (${of('what')}).`,
    kept: 'Nothing was written.',
    do: 'Check what was entered and try again.',
  },
  'unwritable-text': {
    what: (of) =>
      `A text (${of('what')}) holds half of a character, which no record can carry; copying or an input method probably left it there.`,
    kept: 'Nothing was written; what is on record has not changed.',
    do: 'Delete that text, type it anew and save again.',
  },
  'unreadable-key': {
    what: (of) =>
      `A number or code (${of('what')}) holds a control character, which nobody sees and nobody could type again.`,
    kept: 'Nothing was written; what is on record has not changed.',
    do: 'Delete that entry, type it anew, then save.',
  },
  forbidden: {
    what: 'This page has no permission.',
    kept: 'Nothing was written.',
    do: 'Open the address that the program printed again.',
  },
  cancelled: { what: 'Cancelled.', kept: 'What was finished before is kept; nothing else was written.', do: '' },
  'read-only': {
    what: 'The journal is read-only.',
    kept: 'The records that are there are kept.',
    do: 'Follow the note at the top of every page of the program.',
  },
  'journal-newer': {
    what: 'The journal was written by a newer version.',
    kept: 'Nothing was changed.',
    do: 'Open it with the newer version.',
  },
  'journal-changed': {
    what: 'The journal file was changed or replaced by another program while it was open.',
    kept: 'Nothing was written; the file is as it was found.',
    do: 'Close the program, keep a copy of the profile folder as it is, open it again and follow the note at the top of every page.',
  },
  'disk-full': {
    what: 'The disk is full.',
    kept: 'All confirmed records, and the files that were there, are kept; this was not written.',
    do: 'Free some space and try again.',
  },
  'io-failed': {
    what: (of) => `Reading, writing or reaching the program failed (${of('cause')}).`,
    kept: 'All confirmed records, and the files that were there, are kept.',
    do: 'Check the disk, its permissions, and that the program still runs, then try again.',
  },
  'unknown-elevator': {
    what: (of) => `${of('registrationNo')} is not in the register.`,
    kept: 'Nothing was written.',
    do: 'Register or import the elevator first.',
  },
  'already-registered': {
    what: (of) => `${of('registrationNo')} is already registered.`,
    kept: 'Nothing was written.',
    do: 'Use "Correct" to change its particulars.',
  },
  'already-recorded': {
    what: (of) =>
      `${of('kind')} on record already: record ${of('record')} of ${of('registrationNo')} (${of('on')}), entered by ${of('by')} at ${of('at')}, says the same.`,
    kept: 'Nothing was written a second time; the record stands as it was.',
    do: byFigure(
      'list',
      {
        visits: 'The same visit need not be recorded again; a second visit on the same day needs its start time.',
        callouts: 'The same call need not be recorded again; another call needs its own time of report.',
        hazards: 'The same hazard need not be recorded again; one at another place needs its location.',
        steps: 'This step need not be recorded again; if it was taken once more, say in the note what differs.',
        assessments: 'The same assessment need not be recorded again; if it is wrong, withdraw that record first.',
      },
      'The same thing need not be recorded again; if it is wrong, correct that record.',
    ),
  },
  'conflicts-with-record': {
    what: (of) =>
      `${of('kind')} on record already with other content: record ${of('record')} of ${of('registrationNo')} (${of('on')}), entered by ${of('by')} at ${of('at')}.`,
    kept: 'Nothing was written; the record stands as it was.',
    do: byFigure(
      'list',
      {
        visits:
          'If it is the same visit, correct that record; a second visit on the same day needs its own start time.',
        inspections:
          'If it is the same inspection, correct that record; for a re-check on the same day choose the result "Passed on re-check".',
        callouts: 'If it is the same call, correct that record; another call needs its own time of report.',
        hazards: 'If it is the same hazard, correct that record; one at another place needs its location.',
        assessments: 'If it is the same assessment, withdraw that record first, then record it again.',
        policies: 'If it is the same policy, correct that record; a renewal needs its new first day.',
        claims: 'If it is the same claim, correct that record; for another one say what differs.',
      },
      'Correct that record.',
    ),
  },
  'outage-within-record': {
    what: (of) =>
      `An outage covers these days already: record ${of('record')} of ${of('registrationNo')} (from ${of('on')}), entered by ${of('by')} at ${of('at')}.`,
    kept: 'Nothing was written; the record stands as it was.',
    do: 'The same outage need not be recorded again; if that one has ended, enter its day back in service first.',
  },
  'outage-still-open': {
    what: (of) =>
      `An outage has not ended yet: record ${of('record')} of ${of('registrationNo')} (from ${of('on')}), entered by ${of('by')} at ${of('at')}.`,
    kept: 'Nothing was written; the record stands as it was.',
    do: 'If the outage began earlier, correct the first day of that record; an earlier outage of its own needs its day back in service.',
  },
  'repeated-in-request': {
    what: (of) => `What was to be saved says the same twice about ${of('registrationNo')} (${of('kind')}).`,
    kept: 'Nothing was written.',
    do: 'Leave out one of the two; at two places, give each its location.',
  },
  'round-refused': {
    what: (of) => `${of('refused')} of the visits of this round cannot be recorded.`,
    kept: 'Nothing of the round was written; the draft stays.',
    do: 'Each row says why: mend it, or take it out of the round, and save again.',
  },
  'near-twin': {
    what: (of) => `${of('registrationNo')} is nearly ${of('known')}, which is registered; they may be one elevator.`,
    kept: (of) => `The records of ${of('known')} have not changed. Nothing was written.`,
    do: (of) =>
      `If it is the same elevator, open ${of('known')}; if it is another one, say so in the form and register it.`,
  },
  'twins-unanswered': {
    what: (of) =>
      `Near twins not answered yet: ${of('count')} ${of('count') === '1' ? 'number is' : 'numbers are'} nearly a known one, such as ${of('registrationNo')} and ${of('known')}.`,
    kept: (of) => `Nothing was written; the records of ${of('known')} have not changed.`,
    do: 'Say for each of them in the preview, or for all, whether it is the same elevator or another one; then write.',
  },
  'beginning-unanswered': {
    what: (of) =>
      `Not answered yet, judged from which day: ${of('count')} ${of('count') === '1' ? 'elevator' : 'elevators'} long in service without older records, such as ${of('registrationNo')} (proposed: ${of('from')}).`,
    kept: 'Nothing was written.',
    do: 'Say in the preview, for each or for all, from which day they are judged; then write.',
  },
  'mapping-refused': {
    what: (of) => `The file of mappings is not as its format says, here: ${of('where')} ${of('field')}.`,
    kept: 'The mappings that are kept have not changed.',
    do: 'Use a file that this program has saved, or mend it by formats.md section 2.',
  },
  'no-mapping-file': {
    what: 'This is no file of mappings, or too large.',
    kept: 'The mappings that are kept have not changed.',
    do: 'Choose a file of mappings (.json) that this program has saved.',
  },
  'mappings-too-many': {
    what: (of) => `No room for another mapping; the most is ${of('most')}.`,
    kept: 'Those that are kept have not changed.',
    do: 'Remove some that are not used.',
  },
  'unknown-record': {
    what: 'This record is not there, or was withdrawn.',
    kept: 'Nothing was written.',
    do: 'Look again after reloading.',
  },
  'in-roster': {
    what: (of) =>
      `${of('name')} is in the roster already${of('record') === '' ? ' (named twice here)' : ` (record ${of('record')})`}: ${of('list') === 'firms' ? 'the same name of a firm' : 'the same certificate number, or none and the same name and firm'}.`,
    kept: 'Nothing was written.',
    do: 'If it is the same, correct that row; another of the same name needs a certificate number or firm of their own.',
  },
  'nothing-changed': { what: 'Nothing was changed.', kept: 'Nothing was written.', do: 'Change something, then save.' },
  'future-date': {
    what: (of) => `${of('date')} is later than today, ${of('today')}.`,
    kept: 'Nothing was written.',
    do: 'Correct the date.',
  },
  'end-before-start': { what: 'The end is before the start.', kept: 'Nothing was written.', do: 'Correct the times.' },
  'no-technician': { what: 'There is no technician.', kept: 'Nothing was written.', do: 'Name at least one.' },
  'visit-changed': {
    what: (of) => `Record ${of('record')} of ${of('registrationNo')} was corrected since it was shown.`,
    kept: 'Nothing was written; a confirmation is of what was read.',
    do: 'Open the list again, read the visit as it stands now, and answer then.',
  },
  'confirmed-before-visit': {
    what: (of) => `The day ${of('date')} is before the visit of ${of('visit')}.`,
    kept: 'Nothing was written.',
    do: 'Correct the day of the confirmation.',
  },
  'check-without-paper': {
    what: (of) => `The day ${of('date')} is past, and no paper of its check is named or shown.`,
    kept: 'Nothing was written; a day is not ticked afterwards.',
    do: 'Name or photograph the paper that was filled in that day, or say why there was no check.',
  },
  'unknown-item': {
    what: 'A checklist item does not belong to this kind and category.',
    kept: 'Nothing was written.',
    do: 'Choose the category again.',
  },
  'unknown-component': {
    what: 'The component is not in the parts list of the pack in use.',
    kept: 'Nothing was written.',
    do: 'Choose one of the list.',
  },
  'unknown-criterion': {
    what: 'The circumstance of a severe or major hazard is not in the pack in use.',
    kept: 'Nothing was written.',
    do: 'Choose the circumstance again.',
  },
  'criterion-of-other-kind': {
    what: 'The circumstance of a severe or major hazard is not for equipment of this kind.',
    kept: 'Nothing was written.',
    do: 'Check the kind of the elevator, or choose another circumstance.',
  },
  'no-hazard-criteria': {
    what: 'The pack in use knows nothing of hazards.',
    kept: 'Nothing was written.',
    do: 'In Settings choose a pack with hazard criteria, such as mainland China.',
  },
  'unknown-policy': {
    what: 'No policy of this number is on record for the elevator.',
    kept: 'Nothing was written.',
    do: 'Record the policy first, or check its number.',
  },
  'step-wrong-state': {
    what: 'This step is not possible in the present state of the hazard.',
    kept: 'Nothing was written.',
    do: 'Look at its state and choose one of the steps offered.',
  },
  'step-already-stopped': {
    what: 'The elevator is out of use for this hazard already.',
    kept: 'Nothing was written.',
    do: 'There is nothing to stop.',
  },
  'step-not-stopped': {
    what: 'The elevator is not out of use for this hazard.',
    kept: 'Nothing was written.',
    do: 'There is nothing to give back to use.',
  },
  'step-before-last-step': {
    what: 'This step lies before the one recorded last.',
    kept: 'Nothing was written.',
    do: 'Check day and time; steps are recorded in the order in which they happened.',
  },
  'step-same-person': {
    what: 'Another person must do this: nobody re-checks their own rectification, or refuses or grades down a severe or major hazard they found.',
    kept: 'Nothing was written.',
    do: 'Ask someone else and enter that name.',
  },
  'step-needs-evidence': {
    what: 'This step of a severe or major hazard needs evidence.',
    kept: 'Nothing was written.',
    do: 'Attach a photo or name a document: part receipt, test record. If it was rectified without evidence, have it rectified and recorded again.',
  },
  'step-needs-notice': {
    what: 'The present user unit has not been told in writing.',
    kept: 'Nothing was written.',
    do: 'Record the notice first.',
  },
  'step-needs-report': {
    what: 'The hazard has not been reported to the authority, as it must be.',
    kept: 'Nothing was written.',
    do: 'Record the report first.',
  },
  'step-nothing-changed': {
    what: 'Neither class nor risk has changed.',
    kept: 'Nothing was written.',
    do: 'Change something, or cancel.',
  },
  'step-deadline-not-later': {
    what: 'The new deadline is not later than the present one.',
    kept: 'Nothing was written.',
    do: 'Enter a later day.',
  },
  'step-not-rechecked': {
    what: 'An elevator stopped for a severe or major hazard is not used again before the re-check has passed.',
    kept: 'Nothing was written.',
    do: 'Rectify it and have another person re-check it first.',
  },
  'stale-import': {
    what: 'The records have changed since the files were read, or the preview was given up.',
    kept: 'Nothing was written.',
    do: 'Read the files again.',
  },
  'nothing-to-import': { what: 'There is nothing new to write.', kept: 'Nothing was written.', do: '' },
  'file-too-large': { what: 'The file is too large.', kept: 'Nothing was written.', do: 'Split it.' },
  'unknown-attachment': {
    what: 'The attachment is not there or is no longer what it was.',
    kept: 'Nothing was written.',
    do: 'Add the photo again.',
  },
  'unknown-report': {
    what: 'The report file is not there or is no longer what it was.',
    kept: 'The record of its signing is kept.',
    do: 'Make it again.',
  },
  'countersign-not-ours': {
    what: 'This is no paper made by this program, so nothing can be signed into it.',
    kept: 'The file was not touched.',
    do: 'Ask the issuer for the signed PDF as it was made.',
  },
  'countersign-tampered': {
    what: 'The file was changed after it was signed; it was not countersigned.',
    kept: 'The file was not touched.',
    do: 'Do not sign it; ask the issuer for the original, verify that, then sign.',
  },
  'countersign-encrypted': {
    what: 'The file is encrypted; it was not countersigned.',
    kept: 'The file was not touched.',
    do: 'Ask the issuer for the original without encryption.',
  },
  'countersign-full': {
    what: 'The file has ten receipts and witnesses already and takes no more.',
    kept: 'The file was not touched.',
    do: 'Sign on paper, or ask the issuer for another copy.',
  },
  'unknown-identity': {
    what: 'The signing identity is not there.',
    kept: 'Nothing was written.',
    do: 'Import it again under Settings.',
  },
  'wrong-passphrase': {
    what: 'The passphrase is wrong; the identity was not opened.',
    kept: 'Nothing was written.',
    do: 'Give it again. It is not stored: if it is lost, make a new identity.',
  },
  'identity-unreadable': {
    what: (of) => `This file is not a .p12 that can be read (${of('what')}).`,
    kept: 'Nothing was written.',
    do: 'Get another from the issuer, or create a new one.',
  },
  'identity-weak': {
    what: (of) =>
      `The key is too weak, or of a kind that this program does not sign with (${of('algorithm')} ${of('bits')}).`,
    kept: 'Nothing was written.',
    do: 'Use RSA of at least 2048 bits, or P-256 and up.',
  },
  'identity-expired': {
    what: (of) => `The certificate is not valid now (${of('notBefore')} to ${of('notAfter')}).`,
    kept: 'Nothing was signed.',
    do: 'Use a valid one.',
  },
  'identity-no-key': {
    what: 'The file has no private key that fits its certificate.',
    kept: 'Nothing was written.',
    do: 'Export it with its key.',
  },
  'identity-no-root': {
    what: 'The key of its root was not kept with this identity: it cannot be renewed under that root.',
    kept: 'The identity is unchanged.',
    do: 'Create a new identity that names the one it follows, and hand out its new .pem.',
  },
  'identity-withdrawn': {
    what: (of) => `This identity was withdrawn on ${of('on')} (${of('reason')}).`,
    kept: 'Nothing was written.',
    do: 'Choose another identity or create one.',
  },
  'identity-locked': {
    what: 'The identity is locked.',
    kept: 'Nothing was written.',
    do: 'Enter the passphrase and sign.',
  },
  'certificate-unreadable': {
    what: 'This is not a certificate that can be read.',
    kept: 'The trust list is unchanged.',
    do: 'Choose the .pem file the signer gave you.',
  },
  'unknown-backup': {
    what: (of) => `There is no backup called "${of('name')}".`,
    kept: 'Nothing was changed.',
    do: 'Look at the list of backups again; it may have been rotated out or moved away.',
  },
  'backup-folder': {
    what: byFigure(
      'what',
      {
        relative: 'The folder of the backups must be a whole path.',
        inside: 'The folder of the backups cannot lie within the records.',
        missing:
          'This folder is not there and cannot be made: its disk is not connected, or its parent does not exist.',
        'not-writable': 'This folder cannot be written to.',
        none: 'No folder for backups is chosen.',
      },
      'This cannot be the folder of the backups.',
    ),
    kept: 'The settings of the backups are as they were.',
    do: 'Name a folder on another disk, such as D:\\Backups or /media/disk/backup.',
  },
  'backup-failed': {
    what: 'The backup was not restored.',
    kept: 'The backup and the present records were not touched.',
    do: (of) => of('sentence'),
  },
  'pack-invalid': {
    what: 'There is no rule pack to judge by.',
    kept: 'Nothing was written.',
    do: 'See the reasons on the page Rule packs.',
  },
  internal: {
    what: 'Something went wrong inside the program.',
    kept: 'All confirmed records are kept.',
    do: 'Send the makers the id below with the file logs/elevator-audit.log in the folder of your records (it holds no names, numbers or addresses); you may try again.',
  },
};
