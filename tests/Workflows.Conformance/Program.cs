using Workflows.Conformance;

return await Verbs.RunAsync(args);
