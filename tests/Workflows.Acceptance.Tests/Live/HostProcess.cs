using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Workflows.Acceptance.Tests.Live;

/// <summary>
/// The test host as a process of its own, which can be killed without warning and started again on the same database. Its clock is
/// moved by hand; everything else is the production composition.
/// </summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly StringBuilder _output = new();
    private readonly HttpClient _client;
    private readonly SemaphoreSlim _life = new(1, 1);
    private Process? _process;
    private volatile string? _announcement;

    public HostProcess(IReadOnlyDictionary<string, string> settings)
    {
        var port = FreePort.Take();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        _environment = new Dictionary<string, string>(settings, StringComparer.Ordinal)
        {
            ["WORKFLOWS__URLS"] = address,
            ["WORKFLOWS_HOME"] = Checkout.Root,
        };
        _client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(90) };
    }

    /// <summary>The API key, printed once in the life of a database; hosts of one database share it.</summary>
    public string? ApiKey
    {
        get => _client.DefaultRequestHeaders.Authorization?.Parameter;
        set => _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", value);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => _client.BaseAddress!;

    public bool IsRunning => _process is not null;

    /// <summary>How often it was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Starts the process at a time of the hand-driven clock, and waits until it is ready. One that runs is left alone.</summary>
    public async Task StartAsync(DateTimeOffset now)
    {
        await _life.WaitAsync();
        try
        {
            if (_process is null)
            {
                await LaunchAsync(now);
            }
        }
        finally
        {
            _life.Release();
        }
    }

    private async Task LaunchAsync(DateTimeOffset now)
    {
        var start = new ProcessStartInfo("dotnet", [Checkout.Program("Workflows.TestHost")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Checkout.Root,
        };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["TEST_NOW"] = now.ToString("O", CultureInfo.InvariantCulture);
        _announcement = null;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        process.OutputDataReceived += (_, line) => Remember(line.Data);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        await WaitUntilReadyAsync(process);
    }

    /// <summary>SIGKILL: nothing is flushed, released or said.</summary>
    public async Task KillAsync()
    {
        await _life.WaitAsync();
        try
        {
            if (_process is { } process)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
                process.Dispose();
                _process = null;
                Kills++;
            }
        }
        finally
        {
            _life.Release();
        }
    }

    /// <summary>Moves the hand-driven clock forward.</summary>
    public async Task SetClockAsync(DateTimeOffset now)
    {
        using var answer = await _client.PostAsJsonAsync("/test/clock", new { now });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until no work is due and no message is pending, on any host of the database.</summary>
    /// <exception cref="TimeoutException">It did not come to rest.</exception>
    public async Task WhenIdleAsync()
    {
        using var answer = await _client.GetAsync("/test/idle");
        if (!answer.IsSuccessStatusCode)
        {
            throw new TimeoutException(
                $"Work or messages are left over ({answer.StatusCode}):{Environment.NewLine}{Said()}"
            );
        }
    }

    /// <summary>Publishes a workflow definition.</summary>
    /// <exception cref="InvalidOperationException">It was refused; the message says why.</exception>
    public async Task PublishAsync(string definition)
    {
        using var content = new StringContent(definition, Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync("/api/definitions?publish=true", content);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Sends events; true when the host acknowledged them.</summary>
    public async Task<bool> TrySendAsync(string events)
    {
        try
        {
            using var content = new StringContent(events, Encoding.UTF8, "application/json");
            using var answer = await _client.PostAsync("/api/events", content);
            if (answer.StatusCode is not (HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable))
            {
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
            }

            return answer.StatusCode == HttpStatusCode.Accepted;
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            // The host died with the request in its hands: whether it was stored is what nobody knows.
            return false;
        }
    }

    /// <summary>Sends a document that has to be accepted.</summary>
    public async Task SendAsync(HttpMethod method, string path, string json)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await _client.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(
                $"{method} {path}: {answer.StatusCode}{Environment.NewLine}{await answer.Content.ReadAsStringAsync()}"
            );
        }
    }

    /// <summary>Sends a document; null where the host died with it in its hands, and nobody knows whether it was taken.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Answer)?> TryPostAsync(string path, object body)
    {
        try
        {
            using var answer = await _client.PostAsJsonAsync(path, body);
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable
                ? null
                : (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>Asks for a document.</summary>
    public async Task<JsonElement> GetAsync(string path) => await _client.GetFromJsonAsync<JsonElement>(path);

    /// <summary>What the process has said so far, for a failing test.</summary>
    public string Said()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _client.Dispose();
        _life.Dispose();
    }

    private async Task WaitUntilReadyAsync(Process process)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < StartTimeout && !process.HasExited)
        {
            if (_announcement is { } line)
            {
                using var announced = JsonDocument.Parse(line);
                if (announced.RootElement.GetProperty("key").GetString() is { } key)
                {
                    ApiKey = key;
                }

                return;
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException($"The host is not ready:{Environment.NewLine}{Said()}");
    }

    // The one line that starts like a document says where it listens, and at the first start the key.
    private void Remember(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (line.StartsWith("{\"address\"", StringComparison.Ordinal))
        {
            _announcement = line;
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
