using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

public sealed class ConsentEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Say_GrantThenWithdrawn_IsKeptWithProofByChannelAndPurpose()
    {
        var id = await ContactAsync();

        await SayAsync(
            id,
            new
            {
                isGranted = true,
                channel = "sms",
                purpose = "marketing",
                source = "form",
                textVersion = "v3",
                at = "2026-01-01T00:00:00Z",
                id = "w1",
            }
        );
        await SayAsync(
            id,
            new
            {
                isGranted = true,
                channel = "sms",
                purpose = "marketing",
                source = "form",
                textVersion = "v3",
                at = "2026-01-01T00:00:00Z",
                id = "w1",
            }
        );
        var after = await SayAsync(
            id,
            new
            {
                isGranted = false,
                channel = "sms",
                source = "call",
                staff = "zhang",
                at = "2026-01-02T00:00:00Z",
            }
        );

        var now = Assert.Single(after.GetProperty("now").EnumerateArray());
        Assert.Equal(
            (false, "sms"),
            (now.GetProperty("isGranted").GetBoolean(), now.GetProperty("channel").GetString())
        );
        var words = after.GetProperty("words").EnumerateArray().ToArray();
        Assert.Equal(
            [("form", "v3", true), ("call", null, false)],
            words.Select(word =>
                (
                    word.GetProperty("source").GetString()!,
                    word.TryGetProperty("textVersion", out var version) ? version.GetString() : null,
                    word.GetProperty("isGranted").GetBoolean()
                )
            )
        );
        var listed = await host.Client.GetFromJsonAsync<JsonElement>($"/api/contacts/{id}/consents");
        Assert.Equal(2, listed.GetProperty("words").GetArrayLength());
    }

    [Fact]
    public async Task Say_WithoutProof_IsRefused()
    {
        var path = $"/api/contacts/{await ContactAsync()}/consents";

        foreach (
            var word in new object[]
            {
                new { source = "form" },
                new { isGranted = false },
                new { isGranted = true, source = "form" },
                new { isGranted = false, source = new string('x', 65) },
            }
        )
        {
            await RunningHost.ProblemAsync(await host.Client.PostAsJsonAsync(path, word), 400);
        }
    }

    [Fact]
    public async Task Say_NoSuchContact_Is404()
    {
        var path = "/api/contacts/0197a000-0000-7000-8000-000000000001/consents";

        await RunningHost.ProblemAsync(await host.Client.GetAsync(path), 404);
        await RunningHost.ProblemAsync(
            await host.Client.PostAsJsonAsync(path, new { isGranted = false, source = "x" }),
            404
        );
    }

    private async Task<Guid> ContactAsync()
    {
        var name = $"w{Guid.NewGuid():N}";
        using var accepted = await host.Client.PostAsJsonAsync(
            "/api/events",
            new
            {
                source = "t",
                id = name,
                type = "contact.joined",
                at = DateTimeOffset.UnixEpoch,
                contact = new { external_userid = name },
            }
        );
        accepted.EnsureSuccessStatusCode();
        var found = await host.Client.GetFromJsonAsync<JsonElement>(
            $"/api/contacts?kind=external_userid&identity={name}"
        );
        return found.GetProperty("items")[0].GetProperty("id").GetGuid();
    }

    private async Task<JsonElement> SayAsync(Guid id, object word)
    {
        using var response = await host.Client.PostAsJsonAsync($"/api/contacts/{id}/consents", word);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
