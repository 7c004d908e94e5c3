namespace Workflows.TestHost;

internal sealed record ClockBody(DateTimeOffset Now);
