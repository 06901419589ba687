/** vis-network, which the page carries before its own script. */
declare const vis: any;
