using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Workflows.WeComEmulator.Seeds;

namespace Workflows.WeComEmulator.Controls;

/// <summary><c>wecom-emulator</c>: runs until it is stopped.</summary>
internal static class CommandLine
{
    private const int BadInput = 2;

    public static Task<int> RunAsync(string[] arguments)
    {
        var url = new Option<string>("--urls")
        {
            Description = "Where to listen.",
            DefaultValueFactory = _ => "http://127.0.0.1:5090",
        };
        var seed = new Option<FileInfo?>("--seed")
        {
            Description = "The company at the start, as JSON. Default: a chain of coffee shops.",
        };
        var callback = new Option<string?>("--callback")
        {
            Description = "Where events go, e.g. http://127.0.0.1:5080/channels/wecom/callback.",
        };
        var dice = new Option<int>("--dice") { Description = "The seed of all chance.", DefaultValueFactory = _ => 1 };
        var now = new Option<string?>("--now") { Description = "A time at which the clock stands until it is moved." };
        var root = new RootCommand("An emulator of WeCom for tests and demonstrations: API, callbacks, phones.")
        {
            url,
            seed,
            callback,
            dice,
            now,
        };
        root.SetAction(
            async (result, stop) =>
            {
                try
                {
                    var start = result.GetValue(seed) is { } file ? SeedFile.Read(file.FullName) : SeedFile.Demo();
                    var options = new EmulatorOptions
                    {
                        Url = result.GetValue(url)!,
                        Seed = Towards(start, result.GetValue(callback)),
                        Dice = result.GetValue(dice),
                        Now = result.GetValue(now) is { } time
                            ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)
                            : null,
                    };
                    await ServeAsync(options, stop);
                    return 0;
                }
                catch (Exception mistake)
                    when (mistake is JsonException or IOException or FormatException or InvalidOperationException)
                {
                    await Console.Error.WriteLineAsync(mistake.Message);
                    return BadInput;
                }
            }
        );
        return root.Parse(arguments).InvokeAsync();
    }

    private static CorpSeed Towards(CorpSeed seed, string? callback) =>
        callback is null || seed.Callback is null
            ? seed
            : seed with
            {
                Callback = seed.Callback with { Url = callback },
            };

    private static async Task ServeAsync(EmulatorOptions options, CancellationToken stop)
    {
        await using var application = EmulatorApplication.Create(options);
        await application.StartAsync(stop);
        Greeting.Print(options.Seed, application.Urls.First());
        await application.WaitForShutdownAsync(stop);
    }
}
