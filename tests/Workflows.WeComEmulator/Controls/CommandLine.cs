using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Seeds;

namespace Workflows.WeComEmulator.Controls;

/// <summary><c>wecom-emulator</c>: runs until it is stopped.</summary>
internal static class CommandLine
{
    private const int BadInput = 2;

    private static readonly Option<string> Url = new("--urls")
    {
        Description = "Where to listen.",
        DefaultValueFactory = _ => "http://127.0.0.1:5090",
    };

    private static readonly Option<FileInfo?> Seed = new("--seed")
    {
        Description = "The company at the start, as JSON; a chain of coffee shops unless given.",
    };

    private static readonly Option<string> Callback = new("--callback")
    {
        Description = "Where events go; none for nowhere.",
        DefaultValueFactory = _ => "http://127.0.0.1:5080/channels/wecom/callback",
    };

    private static readonly Option<int> Dice = new("--dice")
    {
        Description = "The seed of all chance.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> Now = new("--now")
    {
        Description = "A time at which the clock stands until it is moved; it runs unless given.",
    };

    private static readonly Option<FileInfo?> Settings = new("--settings")
    {
        Description = "A file that holds, while the emulator runs, what a server needs to know to talk to it.",
    };

    private static readonly Option<FileInfo?> State = new("--state")
    {
        Description = "A file that keeps phones, contacts and ledger over a restart; it is begun where there is none.",
    };

    private static readonly Option<int> MailPort = new("--mail-port")
    {
        Description = "Where the mail server listens; a free port unless given.",
    };

    public static Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("An emulator of WeCom for tests and demonstrations: API, callbacks, phones.")
        {
            Url,
            Seed,
            Callback,
            Dice,
            Now,
            Settings,
            State,
            MailPort,
        };
        root.SetAction(StartAsync);
        return root.Parse(arguments).InvokeAsync();
    }

    private static async Task<int> StartAsync(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            await ServeAsync(Options(parsed), parsed.GetValue(Settings)?.FullName, stop);
            return 0;
        }
        catch (Exception mistake)
            when (mistake
                    is JsonException
                        or IOException
                        or FormatException
                        or InvalidOperationException
                        or SocketException
            )
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return BadInput;
        }
    }

    private static EmulatorOptions Options(ParseResult parsed)
    {
        var seed = parsed.GetValue(Seed) is { } file ? SeedFile.Read(file.FullName) : SeedFile.Demo();
        var callback = parsed.GetValue(Callback) is { Length: > 0 } url and not "none" ? url : null;
        return new EmulatorOptions
        {
            Url = parsed.GetValue(Url)!,
            Seed = seed with { Callback = seed.Callback is { } settings ? settings with { Url = callback } : null },
            Dice = parsed.GetValue(Dice),
            State = parsed.GetValue(State)?.FullName,
            MailPort = parsed.GetValue(MailPort),
            Now = parsed.GetValue(Now) is { } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) : null,
        };
    }

    private static async Task ServeAsync(EmulatorOptions options, string? settings, CancellationToken stop)
    {
        await using var application = await EmulatorApplication.StartAsync(options, stop);
        var address = application.Urls.First();
        using var file = settings is null
            ? null
            : new ServerSettings(
                settings,
                options.Seed,
                address,
                application.Services.GetRequiredService<Company>().MailPort
            );
        Greeting.Print(options.Seed, address);
        await application.WaitForShutdownAsync(stop);
    }
}
