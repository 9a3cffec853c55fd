import type { HazardStep, StepAct, StepOf } from '../../../hazard/hazard-step';
import type { JudgedHazard } from '../../../risk/judge-hazards';
import type { FormCell, Run } from '../../model';
import { shortHash } from '../../sections/closing';
import { cell } from '../../sections/form-cell';
import type { NoticeSubject } from './notice-subject';

type Row = readonly FormCell[];

function steps({ record }: JudgedHazard): readonly HazardStep[] {
  return record.steps.map(({ step }) => step);
}

function lastStep<A extends StepAct>(hazard: JudgedHazard, act: A): StepOf<A> | undefined {
  return steps(hazard).findLast((step): step is StepOf<A> => step.act === act);
}

function isGrave({ classes }: JudgedHazard): boolean {
  return !classes.includes('ordinary');
}

/** Whether it must be taken out of use: a duty of its class, or it was. */
function mustStop({ evidence }: NoticeSubject, hazard: JudgedHazard): boolean {
  const duties = (evidence.criteria?.duties ?? []).filter(({ step }) => step === 'stop-use');
  return hazard.stopped || duties.some((duty) => hazard.classes.includes(duty.class));
}

/** What the notice demands: stop or not, the measure, by when and by whom, and whether the authority is told too. */
export function demandRows(subject: NoticeSubject, hazard: JudgedHazard | null): Row[] {
  const { texts } = subject;
  const { labels } = texts;
  if (hazard === null)
    return [
      [{ ...cell(labels.demand, stopRuns(subject, null)), least: 3 }],
      [cell(labels.deadline, ''), cell(labels.responsible, '')],
    ];
  const measure = hazard.life.measure === null ? [] : [hazard.life.measure];
  const stop = mustStop(subject, hazard);
  return [
    [cell(labels.demand, stopRuns(subject, stop), ...measure)],
    [
      cell(labels.deadline, deadlineOf(subject, hazard, stop)),
      cell(labels.responsible, responsibleOf(subject, hazard)),
    ],
    ...(isReported(subject, hazard) ? [[cell(labels.report, texts.reportToo)]] : []),
  ];
}

function stopRuns({ texts }: NoticeSubject, stop: boolean | null): Run[] {
  const box = (ticked: boolean): Run => ({ text: '', box: ticked ? 'ticked' : 'empty' });
  const word = (ticked: boolean, text: string): Run => (ticked ? { text, bold: true } : { text });
  return [
    box(stop === true),
    word(stop === true, texts.stopNow),
    { text: `${texts.stopMeans}\u3000` },
    box(stop === false),
    word(stop === false, texts.limited),
  ];
}

function deadlineOf({ texts }: NoticeSubject, { life: { deadline } }: JudgedHazard, stop: boolean): string {
  if (stop) return deadline === null ? texts.beforeUse : texts.beforeUseBy(deadline);
  return deadline === null ? '' : texts.deadline(deadline);
}

function responsibleOf({ texts }: NoticeSubject, { life: { responsible } }: JudgedHazard): string {
  const { party, unit, person } = responsible;
  return [unit ?? texts.parties[party], person].filter((part) => part !== undefined).join(' ');
}

function isReported({ evidence }: NoticeSubject, hazard: JudgedHazard): boolean {
  const duties = (evidence.criteria?.duties ?? []).filter(
    ({ step, confidence }) => step === 'report' && confidence !== 'unverified',
  );
  return duties.some((duty) => hazard.classes.includes(duty.class));
}

/** What the notice of a hazard advises; it demands nothing. */
export function adviceRows(subject: NoticeSubject, hazard: JudgedHazard | null): Row[] {
  const { texts } = subject;
  const { labels } = texts;
  if (hazard === null) return [[{ ...cell(labels.advice, ''), least: 2 }]];
  const stop = isGrave(hazard) && mustStop(subject, hazard);
  const lines = [...(stop ? [`${texts.stopNow}${texts.stopMeans}`] : []), hazard.life.measure ?? ''];
  return [
    [cell(labels.advice, ...lines.filter((line) => line !== ''))],
    ...(isReported(subject, hazard) ? [[cell(labels.report, texts.reportToo)]] : []),
  ];
}

/** What was done: the work, when and by whom, its proof and cost, and how long the elevator was out of use. */
export function replyRows(subject: NoticeSubject, hazard: JudgedHazard | null): Row[] {
  const { texts } = subject;
  const { labels } = texts;
  const done = hazard === null ? undefined : lastStep(hazard, 'rectify');
  if (hazard === null || done === undefined)
    return [
      [{ ...cell(labels.measures, ''), least: 3 }],
      [cell(labels.rectified, ''), cell(labels.rectifiedBy, '')],
      [{ ...cell(labels.evidence, ''), least: 2 }],
    ];
  const cost = done.cost ?? hazard.value.estimatedCost;
  return [
    [cell(labels.measures, done.what)],
    [cell(labels.rectified, texts.rectified(done.on)), cell(labels.rectifiedBy, done.by.join(texts.separator))],
    [cell(labels.evidence, ...evidenceLines(subject, done))],
    ...(cost === undefined ? [] : [[cell(labels.cost, texts.yuan(cost, hazard.value.costSource))]]),
    [cell(labels.stopped, ...stopLines(subject, hazard))],
  ];
}

function evidenceLines({ texts }: NoticeSubject, { evidence }: HazardStep): string[] {
  const { photos = [], documents = [] } = evidence ?? {};
  return [
    ...(documents.length === 0 ? [] : [texts.documents(documents)]),
    ...(photos.length === 0 ? [] : [texts.photos(photos.map(shortHash))]),
  ];
}

function stopLines({ texts }: NoticeSubject, hazard: JudgedHazard): string[] {
  const taken = steps(hazard);
  const lines = taken.flatMap((step, index) => {
    if (step.act !== 'stop-use') return [];
    const back = taken.slice(index).find(({ act }) => act === 'return-to-use');
    return [texts.stoppedFrom(step.on, back?.on ?? null)];
  });
  return lines.length === 0 ? [texts.notStopped] : lines;
}

/** What the authority is told beside the finding: who is answerable, what was done, what is planned. */
export function reportRows(subject: NoticeSubject, hazard: JudgedHazard | null): Row[] {
  const { texts, evidence } = subject;
  const { labels } = texts;
  if (hazard === null) return [[{ ...cell(labels.taken, ''), least: 2 }], [{ ...cell(labels.plan, ''), least: 2 }]];
  const notices = steps(hazard).filter((step): step is StepOf<'notify'> => step.act === 'notify');
  const told = notices.map(({ on, to, paper }) => texts.told(on, to, paper));
  const { deadline, measure } = hazard.life;
  const phone = evidence.paper?.phone;
  return [
    [cell(labels.taken, ...stopLines(subject, hazard), ...(told.length === 0 ? [texts.notTold] : told))],
    [cell(labels.plan, ...(measure === null ? [''] : [measure]))],
    [
      cell(labels.deadline, deadline === null ? texts.beforeUse : texts.deadline(deadline)),
      cell(labels.responsible, responsibleOf(subject, hazard)),
    ],
    ...(phone === undefined ? [] : [[cell(labels.phone, phone)]]),
  ];
}
