using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Instances;
using Workflows.Storage.Users;
using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Controls;
using Workflows.WeComEmulator.Seeds;

namespace Workflows.Host.Tests.WeCom;

/// <summary>A host and an emulated WeCom that know each other: requests, callbacks and messages go by HTTP both ways.</summary>
public class EmulatedHost : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-emulated-").FullName;
    private WebApplication? _application;
    private RunningEmulator? _emulator;

    /// <summary>Calls the host as an operator.</summary>
    public HttpClient Client { get; private set; } = null!;

    public EmulatorClient People => _emulator!.Client;

    public DateTimeOffset Now => Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public CorpSeed Seed => _emulator!.Options.Seed;

    public IServiceProvider Services => _application!.Services;

    /// <summary>How a command reaches the same workspace and company.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _emulator = await FoundAsync();
        var seed = _emulator.Options.Seed;
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Workflows:Data"] = _data,
            ["Workflows:Urls"] = "http://127.0.0.1:0",
            ["Channels:WeCom:BaseUrl"] = _emulator.Address.ToString(),
            ["Channels:WeCom:CorpId"] = seed.Id,
            ["Channels:WeCom:Secret"] = seed.Apps[0].Secret,
            ["Channels:WeCom:CallbackToken"] = seed.Callback!.Token,
            ["Channels:WeCom:CallbackAesKey"] = seed.Callback.EncodingAesKey,
            ["Logging:LogLevel:Default"] = "Warning",
        };
        _application = HostApplication.Create(Settings);
        await HostStart.PrepareAsync(_application.Services, library: null, CancellationToken.None);
        await _application.StartAsync();
        var address = new Uri(_application.Urls.First());
        await People.SetCallbackAsync(
            new CallbackSettings(
                new Uri(address, "/channels/wecom/callback").ToString(),
                seed.Callback.Token,
                seed.Callback.EncodingAesKey
            )
        );
        var key = await Services
            .GetRequiredService<ApiKeyRing>()
            .CreateAsync("test", Role.Administrator, CancellationToken.None);
        Client = new HttpClient { BaseAddress = address };
        Client.DefaultRequestHeaders.Add("X-Api-Key", key);
    }

    /// <summary>Starts the emulated company.</summary>
    protected virtual Task<RunningEmulator> FoundAsync() => RunningEmulator.StartAsync();

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _application!.StopAsync();
        await _application.DisposeAsync();
        await _emulator!.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>The types of a customer's events so far, oldest first; none for a stranger.</summary>
    public async Task<string[]> EventsAsync(string customer)
    {
        var contact = await Services
            .GetRequiredService<IContactStore>()
            .FindAsync(1, new ContactIdentity(IdentityKind.ExternalUserId, customer), CancellationToken.None);
        var events = contact is null
            ? []
            : await Services
                .GetRequiredService<InstanceQueries>()
                .ListEventsAsync(1, contact.Id, 100, CancellationToken.None);
        return [.. events.Select(one => one.Type).Reverse()];
    }
}
