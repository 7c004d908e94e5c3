using Workflows.WeComEmulator.Controls;

return await CommandLine.RunAsync(args);
