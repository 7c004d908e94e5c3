using System.Net;
using System.Text.Json;
using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Clocks;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Faults;
using Workflows.WeComEmulator.Groups;
using Workflows.WeComEmulator.Log;
using Workflows.WeComEmulator.Mail;
using Workflows.WeComEmulator.Members;
using Workflows.WeComEmulator.Police;
using Workflows.WeComEmulator.Quotas;
using Workflows.WeComEmulator.Ways;

namespace Workflows.WeComEmulator.Controls;

/// <summary>The emulator's own controls (<c>/_emu</c>), typed: time, faults, people and proofs.</summary>
public sealed class EmulatorClient(Uri address) : IDisposable
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _client = new()
    {
        BaseAddress = new Uri(address, "/_emu/"),
        Timeout = TimeSpan.FromMinutes(2),
    };

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    /// <summary>The company's time.</summary>
    public async Task<DateTimeOffset> NowAsync() => (await GetAsync<ClockBody>("clock")).Now!.Value;

    /// <summary>Moves the clock forward; everything on the way happens at its time.</summary>
    public Task AdvanceAsync(TimeSpan by) => PostAsync("clock", new ClockBody(AdvanceSeconds: by.TotalSeconds));

    /// <summary>Sets the clock; it never goes back.</summary>
    public Task SetClockAsync(DateTimeOffset now) => PostAsync("clock", new ClockBody(now));

    /// <summary>A fault, until it has struck as often as it says.</summary>
    public Task AddFaultAsync(Fault fault) => PostAsync("faults", fault);

    /// <summary>Every fault of the API and of the callbacks, each a little.</summary>
    public Task AddAllFaultsAsync() => PostAsync("faults/presets/all");

    /// <summary>No faults and no chaos any more.</summary>
    public async Task ClearFaultsAsync() => (await _client.DeleteAsync("faults")).EnsureSuccessStatusCode();

    /// <summary>The faults that struck.</summary>
    public Task<IReadOnlyList<DrawnFault>> DrawnFaultsAsync() => GetAsync<IReadOnlyList<DrawnFault>>("faults/drawn");

    /// <summary>All tokens are lost, as the platform may do at any time.</summary>
    public Task RevokeTokensAsync() => PostAsync("tokens/revoke");

    /// <summary>Where events go.</summary>
    public Task SetCallbackAsync(CallbackSettings settings) => PutAsync("callback", settings);

    /// <summary>Asks a receiver to prove itself, as the console does.</summary>
    public async Task<VerificationResult> VerifyCallbackAsync(CallbackSettings settings)
    {
        using var response = await _client.PostAsJsonAsync("callback/verify", settings, Format);
        return await ReadAsync<VerificationResult>(response);
    }

    /// <summary>What happens to callbacks on their way.</summary>
    public Task SetChaosAsync(ChaosKnobs knobs) => PutAsync("chaos", knobs);

    /// <summary>Every raised event and how its delivery went.</summary>
    public Task<IReadOnlyList<CallbackRecord>> CallbacksAsync() => GetAsync<IReadOnlyList<CallbackRecord>>("callbacks");

    /// <summary>Waits until no callback is on its way; retries come due by the emulator's clock.</summary>
    /// <exception cref="HttpRequestException">Some still are, after that long.</exception>
    public async Task CallbacksIdleAsync(TimeSpan patience) =>
        (await _client.GetAsync($"callbacks/idle?seconds={patience.TotalSeconds:0.###}")).EnsureSuccessStatusCode();

    /// <summary>How every member deals with sending tasks; null lets them wait.</summary>
    public async Task SetPolicyAsync(ConfirmPolicy? policy, string? member = null)
    {
        var path = member is null ? "policy" : $"members/{member}/policy";
        using var response = policy is null
            ? await _client.DeleteAsync(path)
            : await _client.PutAsJsonAsync(path, policy, Format);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The sending tasks on a member's phone, newest first.</summary>
    public Task<IReadOnlyList<StaffTask>> TasksAsync(string member) =>
        GetAsync<IReadOnlyList<StaffTask>>($"members/{member}/tasks");

    /// <summary>The member sends; <paramref name="count"/> leaves only the first recipients ticked.</summary>
    public Task ConfirmAsync(string member, string task, int? count = null) =>
        PostAsync(
            count is null
                ? $"members/{member}/tasks/{task}/confirm"
                : $"members/{member}/tasks/{task}/partial?count={count}"
        );

    /// <summary>The member puts the task aside.</summary>
    public Task IgnoreAsync(string member, string task) => PostAsync($"members/{member}/tasks/{task}/ignore");

    /// <summary>The member leaves the company.</summary>
    public Task ResignAsync(string member) => PostAsync($"members/{member}/resign");

    /// <summary>The member accepts a friend request.</summary>
    public Task AcceptAsync(string member, string customer) =>
        PostAsync($"members/{member}/requests/{customer}/accept");

    /// <summary>The member deletes a customer.</summary>
    public Task DismissAsync(string member, string customer) =>
        PostAsync($"members/{member}/customers/{customer}/delete");

    /// <summary>A new person with WeChat.</summary>
    /// <returns>The external_userid.</returns>
    public async Task<string> AddCustomerAsync(NewCustomer customer)
    {
        using var response = await _client.PostAsJsonAsync("customers", customer, Format);
        return await ReadAsync<string>(response);
    }

    /// <summary>The customer scans a QR code, given by its address or config id.</summary>
    public async Task<ScanResult> ScanAsync(string customer, string qr)
    {
        using var response = await _client.PostAsJsonAsync(
            $"customers/{customer}/scan",
            new CustomerAct(Qr: qr),
            Format
        );
        return await ReadAsync<ScanResult>(response);
    }

    /// <summary>The customer does something: <c>add</c>, <c>delete</c>, <c>reply</c>, <c>click</c>, <c>join</c>, <c>quit</c>, <c>like</c>, <c>comment</c>, <c>refuse-transfer</c>.</summary>
    /// <exception cref="HttpRequestException">It was not possible.</exception>
    public Task ActAsync(string customer, string act, CustomerAct? with = null) =>
        PostAsync($"customers/{customer}/{act}", with ?? new CustomerAct());

    /// <summary>A member makes a group in the client.</summary>
    /// <returns>The chat_id.</returns>
    public async Task<string> AddGroupAsync(NewGroup group)
    {
        using var response = await _client.PostAsJsonAsync("groups", group, Format);
        return await ReadAsync<string>(response);
    }

    /// <summary>The limits of the console and of the platform.</summary>
    public Task SetQuotasAsync(QuotaSettings settings) => PutAsync("quotas", settings);

    /// <summary>The counters whose name begins so, <c>mass/</c> for example.</summary>
    public Task<IReadOnlyDictionary<string, int>> LedgerAsync(string prefix = "") =>
        GetAsync<IReadOnlyDictionary<string, int>>($"quotas/ledger?prefix={Uri.EscapeDataString(prefix)}");

    /// <summary>What arrived, in order.</summary>
    public Task<IReadOnlyList<LoggedMessage>> LogAsync(
        string? to = null,
        string? carrier = null,
        string? reference = null
    ) =>
        GetAsync<IReadOnlyList<LoggedMessage>>(
            "log?after=0"
                + (to is null ? string.Empty : $"&to={Uri.EscapeDataString(to)}")
                + (carrier is null ? string.Empty : $"&carrier={carrier}")
                + (reference is null ? string.Empty : $"&reference={Uri.EscapeDataString(reference)}")
        );

    /// <summary>Messages that reached the same recipient with the same content more than once.</summary>
    public Task<IReadOnlyList<DuplicateMessages>> DuplicatesAsync() =>
        GetAsync<IReadOnlyList<DuplicateMessages>>("log/duplicates");

    /// <summary>The e-mails that arrived, the newest first.</summary>
    public Task<IReadOnlyList<Letter>> MailAsync() => GetAsync<IReadOnlyList<Letter>>("mail");

    /// <summary>How often each address of the API was called.</summary>
    public Task<IReadOnlyDictionary<string, int>> CallsAsync() => GetAsync<IReadOnlyDictionary<string, int>>("calls");

    /// <summary>What callers did against the documented contract; a test of a correct client expects none.</summary>
    public Task<IReadOnlyList<Violation>> ViolationsAsync() => GetAsync<IReadOnlyList<Violation>>("violations");

    private async Task<T> GetAsync<T>(string path)
    {
        using var response = await _client.GetAsync(path);
        return await ReadAsync<T>(response);
    }

    private async Task PostAsync(string path, object? body = null)
    {
        using var response = body is null
            ? await _client.PostAsync(path, content: null)
            : await _client.PostAsync(path, JsonContent.Create(body, body.GetType(), options: Format));
        Check(response, path);
    }

    private async Task PutAsync(string path, object body)
    {
        using var response = await _client.PutAsync(path, JsonContent.Create(body, body.GetType(), options: Format));
        Check(response, path);
    }

    private static void Check(HttpResponseMessage response, string path)
    {
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            throw new HttpRequestException($"The emulator cannot do {path} as things stand.");
        }

        response.EnsureSuccessStatusCode();
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>(Format))!;
    }
}
