/** What GraphiQL shows first: a mutation that runs as it is, and the subscription that follows it. */
export const welcomeQuery = `# Pika Kit. Run "Generate", copy the id from the answer into "Follow", and run that.

mutation Generate {
  generateTextToVideo(input: { prompt: "A paper boat crosses a puddle at dusk" }) {
    __typename
    ... on GenerateSuccess { generation { id status } }
    ... on UserError { message }
  }
}

subscription Follow {
  generationUpdated(id: "gen_") {
    status
    queuePosition
    video { url }
    error { code message action }
  }
}

query Library {
  generations(first: 10) {
    edges { node { id status createdAt operation { title } video { url } } }
  }
}
`
