using System.Net.Http.Json;
using System.Text.Json;
using Workflows.WeComEmulator.Controls;

namespace Workflows.WeComEmulator.Tests;

/// <summary>A client of the platform's API, as thin as can be.</summary>
internal sealed class Api(RunningEmulator emulator) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = emulator.Address };
    private string? _token;

    public void Dispose() => _client.Dispose();

    public string Secret { get; set; } = emulator.Options.Seed.Apps[0].Secret;

    public async Task<string> TokenAsync()
    {
        if (_token is null)
        {
            var answer = await GetBareAsync($"/cgi-bin/gettoken?corpid={emulator.Options.Seed.Id}&corpsecret={Secret}");
            _token = answer.GetProperty("access_token").GetString()!;
        }

        return _token;
    }

    public void ForgetToken() => _token = null;

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await _client.PostAsJsonAsync($"/cgi-bin/{path}?access_token={await TokenAsync()}", body);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> PostTextAsync(string path, string body)
    {
        using var content = new StringContent(body);
        using var response = await _client.PostAsync($"/cgi-bin/{path}?access_token={await TokenAsync()}", content);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> GetAsync(string path, string query = "") =>
        await GetBareAsync($"/cgi-bin/{path}?access_token={await TokenAsync()}&{query}");

    public async Task<JsonElement> GetBareAsync(string address) => await _client.GetFromJsonAsync<JsonElement>(address);

    public async Task<string> UploadAsync(string type, int bytes = 100)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[bytes]), "media", "a.bin" } };
        using var response = await _client.PostAsync(
            $"/cgi-bin/media/upload?access_token={await TokenAsync()}&type={type}",
            form
        );
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("media_id", out var id)
            ? id.GetString()!
            : throw new InvalidOperationException(answer.ToString());
    }

    public static int Code(JsonElement answer) => answer.GetProperty("errcode").GetInt32();
}
