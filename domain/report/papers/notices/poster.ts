import type { HazardStep } from '../../../hazard/hazard-step';
import type { Block } from '../../model';
import type { NoticeSubject } from './notice-subject';

/** What stands on a landing door: that it is out of use, since when, why, and what to do, in letters read from afar. */
export function posterBlocks({ texts, elevator, hazards }: NoticeSubject): Block[] {
  const { poster } = texts;
  const stops = hazards.flatMap(({ record }) =>
    record.steps
      .map(({ step }) => step)
      .filter((step): step is Extract<HazardStep, { act: 'stop-use' }> => step.act === 'stop-use'),
  );
  const since = stops.map(({ on }) => on).sort()[0];
  const place = [elevator.address, elevator.internalNo].filter((part) => part !== undefined).join('');
  const contacts = [
    elevator.maintainer === undefined ? '' : poster.contact(elevator.maintainer, elevator.maintainerPhone),
    elevator.propertyManager === undefined ? '' : poster.contact(elevator.propertyManager, elevator.managerPhone),
  ].filter((line) => line !== '');
  const line = (text: string, size: number, bold = false) => ({ text, size, bold });
  return [
    {
      kind: 'poster',
      lines: [
        line(poster.stopped, 54, true),
        ...(since === undefined ? [] : [line(poster.since(since), 22)]),
        line(`${place}\u3000${elevator.registrationNo}`, 15.5),
        ...hazards.map(({ value, no }) => line(poster.why(value.what, no), 15.5)),
        line(poster.doNot, 15.5, true),
        line(poster.until, 13),
        ...(elevator.rescueCode === undefined ? [] : [line(poster.rescue(elevator.rescueCode), 24, true)]),
        ...contacts.map((contact) => line(contact, 13)),
      ],
    },
  ];
}
