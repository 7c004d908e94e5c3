using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.WeComEmulator.Tests;

/// <summary>Text messages that arrive on the phone with their number.</summary>
public sealed class SmsGatewayTests : EmulatorTests
{
    private static readonly object Message = new
    {
        key = "k1",
        phone = "13800000001",
        signature = "山丘咖啡",
        text = "【山丘咖啡】来店领一杯",
    };

    [Fact]
    public async Task Send_SameKeyTwice_ArrivesOnceAndStandsOnThePhone()
    {
        var first = await ReadAsync(await SendAsync(Message));
        var second = await ReadAsync(await SendAsync(Message));

        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Equal("【山丘咖啡】来店领一杯", Assert.Single(await People.LogAsync("13800000001", "sms")).Text);
        using var client = new HttpClient { BaseAddress = Emulator.Address };
        var phone = await client.GetFromJsonAsync<JsonElement>($"/_emu/phones/customers/{Friend}");
        var chat = phone
            .GetProperty("chats")
            .EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() is "sms:山丘咖啡");
        Assert.Equal(1, chat.GetProperty("messages").GetArrayLength());
        var report = await ReadAsync(await AskAsync(first.GetProperty("id").GetString()!));
        Assert.Equal("delivered", report.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("""{"key":"k","phone":"13800000001","text":"no signature"}""", "signature")]
    [InlineData("""{"key":"k","text":"【a】b"}""", "phone")]
    [InlineData("""{"phone":"13800000001","text":"【a】b"}""", "key")]
    [InlineData("""{"key":"k","phone":"13800000001"}""", "text")]
    public async Task Send_Incomplete_IsRefusedWithACode(string message, string code)
    {
        using var response = await SendAsync(JsonSerializer.Deserialize<JsonElement>(message));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Send_WrongSecret_IsRefused()
    {
        using var response = await SendAsync(Message, secret: "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await People.LogAsync(carrier: "sms"));
    }

    private Task<HttpResponseMessage> AskAsync(string id) => AskAsync(HttpMethod.Get, $"/sms/receipts?id={id}", null);

    private Task<HttpResponseMessage> SendAsync(object message, string secret = "emulated-sms-secret") =>
        AskAsync(HttpMethod.Post, "/sms/send", message, secret);

    private async Task<HttpResponseMessage> AskAsync(
        HttpMethod method,
        string path,
        object? body,
        string secret = "emulated-sms-secret"
    )
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(Emulator.Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync<JsonElement>();
        }
    }
}
