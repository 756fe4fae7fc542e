import { useFormat } from '../format/use-format.js';
import { useEventName } from './event-name.js';
import { Link } from './link.js';
import { workflowOfStream } from './workflow-of-stream.js';

interface EventLinkProps {
  event: { type: string; on: string; stream: string; revision: number };
  /** Said instead of what happened. */
  label?: string;
  fz?: string;
}

/** An event in words and its day; leads to the record whose history it stands in. */
export function EventLink({ event, label, fz = 'sm' }: EventLinkProps) {
  const format = useFormat();
  const nameOf = useEventName();
  const { stream, type, on } = event;
  return (
    <Link
      to="/r/$workflow/$id"
      params={{ workflow: workflowOfStream(stream), id: stream.slice(stream.indexOf('-') + 1) }}
      fz={fz}
      title={`${stream} · ${String(event.revision)}`}
    >
      {label ?? `${nameOf(type)}, ${format.date(on)}`}
    </Link>
  );
}
