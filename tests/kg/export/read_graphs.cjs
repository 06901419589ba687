// Reads graphs as Gephi Lite does: of each line of input, a JSON object {format, text}, one line of output, the graph as JSON.
const Graph = require("graphology");
const readers = { graphml: require("graphology-graphml").parse, gexf: require("graphology-gexf").parse };

require("readline")
  .createInterface({ input: process.stdin, crlfDelay: Infinity })
  .on("line", (line) => {
    const { format, text } = JSON.parse(line);
    console.log(JSON.stringify(readers[format](Graph, text)));
  });
