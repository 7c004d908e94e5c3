using System.Globalization;
using System.Text.Json;
using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.TestHost;

// The host as it is, with a clock that is set by hand. Settings come from the environment (WORKFLOWS__…) as always;
// TEST_NOW is the time at the start, WORKFLOWS_HOME the library that is published. When it serves, it prints one line:
// {"address":…,"key":…}, the key at the first start of a database only.
var now = Environment.GetEnvironmentVariable("TEST_NOW") ?? "2021-01-01T00:00:00+08:00";
var clock = new HandClock(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
await using var application = HostApplication.Create(
    new Dictionary<string, string?>(StringComparer.Ordinal),
    services => TestServices.Replace(services, clock)
);
application.MapTestControls(clock);

try
{
    var start = await HostStart.PrepareAsync(application.Services, Library.Of(null), CancellationToken.None);
    await application.StartAsync();
    Console.WriteLine(JsonSerializer.Serialize(new { address = application.Urls.First(), key = start.FirstKey }));
    await application.WaitForShutdownAsync();
    return 0;
}
catch (BadInputException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return ExitCodes.BadInput;
}
