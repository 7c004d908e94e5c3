using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Controls;

/// <summary>An emulator inside the test's process, on a real socket.</summary>
public sealed class RunningEmulator : IAsyncDisposable
{
    private readonly WebApplication _application;

    private RunningEmulator(WebApplication application, EmulatorOptions options)
    {
        _application = application;
        Address = new Uri(application.Urls.First());
        Client = new EmulatorClient(Address);
        Options = options;
    }

    /// <summary>The base address that takes the place of <c>https://qyapi.weixin.qq.com</c>.</summary>
    public Uri Address { get; }

    /// <summary>Everything a test asks of the emulator and of the people in it.</summary>
    public EmulatorClient Client { get; }

    /// <summary>Where its mail server listens, on this machine.</summary>
    public int MailPort => _application.Services.GetRequiredService<Company>().MailPort;

    /// <summary>How it was started.</summary>
    public EmulatorOptions Options { get; }

    /// <summary>Starts it.</summary>
    public static async Task<RunningEmulator> StartAsync(EmulatorOptions? options = null)
    {
        options ??= new EmulatorOptions();
        var application = await EmulatorApplication.StartAsync(options, CancellationToken.None);
        return new RunningEmulator(application, options);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }
}
