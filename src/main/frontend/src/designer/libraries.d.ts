// Drawn by libraries that bring no types of their own.
declare module "@bpmn-io/properties-panel";
declare module "@bpmn-io/properties-panel/preact";
declare module "bpmn-js-bpmnlint";
declare module "bpmn-js-differ";
declare module "bpmn-js-element-templates";
declare module "bpmn-js-properties-panel";
declare module "bpmn-js-token-simulation";
declare module "bpmnlint/lib/resolver/static-resolver";
declare module "camunda-bpmn-js-behaviors/lib/camunda-platform";
declare module "camunda-bpmn-moddle/resources/camunda.json";
declare module "diagram-js-minimap";
declare module "dmn-js/lib/Modeler";
declare module "dmn-js/lib/NavigatedViewer";
