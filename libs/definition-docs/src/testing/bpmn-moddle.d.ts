/** The part of bpmn-moddle that the tests use; the package has no entry for its own types. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<{ rootElement: object; warnings: readonly object[] }>;
  }
}
