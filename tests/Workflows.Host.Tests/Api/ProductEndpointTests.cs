using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

public sealed class ProductEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Products_SavedWithRoles_AreListedCountedAndNamedOnTheCustomersPage()
    {
        await PutAsync(
            "T1",
            new
            {
                name = "茶样",
                role = "Traffic",
                category = "茶",
            }
        );
        await PutAsync(
            "T2",
            new
            {
                name = "礼盒",
                role = "profit",
                category = "茶",
                parent = "T1",
            }
        );
        await PutAsync("C1", new { name = "杯", role = "Gift" });
        await PutAsync(
            "T2",
            new
            {
                name = "大礼盒",
                role = "Profit",
                category = "茶",
                parent = "T1",
            }
        );
        await PutAsync(
            "old",
            new
            {
                name = "旧",
                role = "Hit",
                category = "茶",
                isActive = false,
            }
        );

        var first = await ReadAsync("/api/products?limit=3");
        Assert.Equal(
            ["C1", "T1", "T2"],
            first.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("sku").GetString())
        );
        Assert.Equal("大礼盒", (await ReadAsync("/api/products/T2")).GetProperty("name").GetString());
        var matrix = await ReadAsync("/api/products/matrix");
        Assert.Equal(
            """["","茶"]""",
            matrix.GetProperty("categories").GetRawText().Replace("\\u8336", "茶", StringComparison.Ordinal)
        );
        Assert.Equal("[[0,1],[0,0],[0,1],[0,0],[1,0]]", matrix.GetProperty("counts").GetRawText());

        using var accepted = await host.Client.PostAsJsonAsync(
            "/api/events",
            new
            {
                source = "shop",
                id = "p1",
                type = "order.paid",
                at = DateTimeOffset.UnixEpoch,
                contact = new { phone = "13700000001" },
                data = new { lines = new[] { new { sku = "T1", amount = 1 }, new { sku = "?", amount = 2 } } },
            }
        );
        accepted.EnsureSuccessStatusCode();
        var found = await ReadAsync("/api/contacts?kind=phone&identity=13700000001");
        var page = await ReadAsync($"/api/contacts/{found.GetProperty("items")[0].GetProperty("id").GetGuid()}/360");
        var lines = page.GetProperty("orders")[0].GetProperty("lines");
        Assert.Equal(
            ("茶样", "Traffic"),
            (lines[0].GetProperty("name").GetString(), lines[0].GetProperty("role").GetString())
        );
        Assert.Equal("?", lines[1].GetProperty("sku").GetString());
    }

    [Theory]
    [InlineData("""{"role":"Traffic"}""", "PRD001")]
    [InlineData("""{"name":"x"}""", "PRD002")]
    [InlineData("""{"name":"x","role":"Traffic","parent":"nothing"}""", "PRD003")]
    [InlineData("""{"name":"x","role":"Traffic","parent":"self"}""", "PRD004")]
    public async Task Save_BadProduct_SaysWhatIsWrong(string json, string code)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");

        var problem = await RunningHost.ProblemAsync(await host.Client.PutAsync("/api/products/self", body), 422);

        Assert.Equal(code, problem.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        await RunningHost.ProblemAsync(await host.Client.GetAsync("/api/products/self"), 404);
    }

    private async Task PutAsync(string sku, object product)
    {
        using var response = await host.Client.PutAsJsonAsync($"/api/products/{sku}", product);
        response.EnsureSuccessStatusCode();
    }

    private async Task<JsonElement> ReadAsync(string path) => await host.Client.GetFromJsonAsync<JsonElement>(path);
}
