using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Tests.Api;
using Workflows.Marketing.Channels.WeCom.Ways;
using Workflows.Marketing.Contacts;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Faults;

namespace Workflows.Host.Tests.WeCom;

/// <summary>QR codes and links that the product makes, and who comes by them.</summary>
public sealed class EmulatedWayTests(EmulatedHost host) : IClassFixture<EmulatedHost>
{
    [Fact]
    public async Task Contact_Scanned_BringsTheSourceTag()
    {
        var made = await PutAsync("store-17", """{"kind":"Contact","staff":["wang.min"],"sourceTag":"门店海报"}""");
        Assert.True(made.GetProperty("isReady").GetBoolean());
        using var picture = await host.Client.GetAsync("/api/wecom/ways/store-17/qr");
        Assert.StartsWith("image/", picture.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        var customer = await host.People.AddCustomerAsync(new NewCustomer("小林"));
        var way = await host.Services.GetRequiredService<IWayStore>().FindAsync(1, "store-17", CancellationToken.None);

        await host.People.ScanAsync(customer, way!.Address!);

        await Eventually.TrueAsync(async () => (await TagsAsync(customer)).Contains("门店海报"));
        Assert.Empty(await host.People.ViolationsAsync());
    }

    [Fact]
    public async Task Way_PutAgain_IsChangedAndNotMadeTwice()
    {
        var before = await CallsAsync("add_contact_way");
        await PutAsync("again", """{"kind":"Contact","staff":["wang.min"]}""");
        var changed = await PutAsync("again", """{"kind":"Contact","staff":["li.wei"],"remark":"新码"}""");

        Assert.Equal("新码", changed.GetProperty("remark").GetString());
        Assert.Equal(before + 1, await CallsAsync("add_contact_way"));
        using var other = await SendAsync("again", """{"kind":"Link","staff":["li.wei"]}""");
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        using var removed = await host.Client.DeleteAsync("/api/wecom/ways/again");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(1, await CallsAsync("del_contact_way"));
        using var gone = await host.Client.GetAsync("/api/wecom/ways/again");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Poster_Title_IsEncodedAndHoldsTheCode()
    {
        await PutAsync("poster", """{"kind":"Link","staff":["wang.min"],"remark":"会员码"}""");

        var page = await host.Client.GetStringAsync("/api/wecom/ways/poster/poster?title=%3Cscript%3E&text=ok");

        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        var picture = await host.Client.GetByteArrayAsync("/api/wecom/ways/poster/qr");
        Assert.NotEmpty(picture);
        Assert.Contains(
            $" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(picture)}\"",
            page,
            StringComparison.Ordinal
        );
        var way = await host.Client.GetFromJsonAsync<JsonElement>("/api/wecom/ways/poster");
        Assert.EndsWith("customer_channel=poster", way.GetProperty("link").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posters_OfAStore_AreThoseOfItsWaysOnly()
    {
        await StoreAsync("s36", "人民路店");
        await PutAsync("door", """{"kind":"Link","staff":["wang.min"],"remark":"门口","store":"s36"}""");
        await PutAsync("till", """{"kind":"Contact","staff":["wang.min"],"remark":"收银台","store":"s36"}""");
        await PutAsync("elsewhere", """{"kind":"Link","staff":["wang.min"],"remark":"别处","store":"s37"}""");

        var page = await host.Client.GetStringAsync("/api/stores/s36/posters");

        Assert.Equal(2, page.Split("<section>").Length - 1);
        Assert.Equal(2, page.Split("<h1>人民路店</h1>").Length - 1);
        Assert.Contains("<p>门口</p>", page, StringComparison.Ordinal);
        Assert.Contains("<p>收银台</p>", page, StringComparison.Ordinal);
        await StoreAsync("s38", "没有码的店");
        await RunningHost.ProblemAsync(await host.Client.GetAsync("/api/stores/s38/posters"), 404);
        await RunningHost.ProblemAsync(await host.Client.GetAsync("/api/stores/none/posters"), 404);
    }

    [Theory]
    [InlineData("zh-CN", "长按二维码", "加入群聊")]
    [InlineData("en", "Extract QR code", "Join group")]
    public async Task Page_OfAWay_ShowsItsCodeAndTheSteps_ToAnybody(string language, string first, string second)
    {
        await StoreAsync("s39", "解放路店");
        var group = host.Seed.Groups[0].ChatId;
        await PutAsync("guide", $$"""{"kind":"Group","groups":["{{group}}"],"store":"s39"}""");
        using var stranger = new HttpClient { BaseAddress = host.Client.BaseAddress };
        stranger.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await stranger.GetStringAsync("/way/guide");

        Assert.Contains("<h1>解放路店</h1>", page, StringComparison.Ordinal);
        Assert.Contains(first, page, StringComparison.Ordinal);
        Assert.Contains(second, page, StringComparison.Ordinal);
        Assert.Contains("src=\"/way/guide/qr\"", page, StringComparison.Ordinal);
        Assert.Equal(
            await host.Client.GetByteArrayAsync("/api/wecom/ways/guide/qr"),
            await stranger.GetByteArrayAsync("/way/guide/qr")
        );
        using var none = await stranger.GetAsync("/way/nobody");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Group_Way_LeadsIntoTheGroup()
    {
        var group = host.Seed.Groups[0].ChatId;

        var made = await PutAsync("group-1", $$"""{"kind":"Group","groups":["{{group}}"],"newGroupName":"福利群"}""");

        Assert.True(made.GetProperty("isReady").GetBoolean());
        using var picture = await host.Client.GetAsync("/api/wecom/ways/group-1/qr");
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
    }

    [Fact]
    public async Task Contact_AnswerLost_IsFoundWhenPutAgain()
    {
        await host.People.AddFaultAsync(
            new Fault
            {
                Path = "add_contact_way",
                Cut = true,
                AfterProcessing = true,
                Count = 1,
            }
        );
        var before = await CallsAsync("add_contact_way");
        using var lost = await SendAsync("lost", """{"kind":"Contact","staff":["wang.min"]}""");
        await host.People.ClearFaultsAsync();

        Assert.Equal(HttpStatusCode.BadGateway, lost.StatusCode);
        var made = await PutAsync("lost", """{"kind":"Contact","staff":["wang.min"]}""");

        Assert.True(made.GetProperty("isReady").GetBoolean());
        Assert.Equal(before + 1, await CallsAsync("add_contact_way"));
    }

    [Theory]
    [InlineData("a b", """{"kind":"Contact","staff":["wang.min"]}""", 422)]
    [InlineData("nobody", """{"kind":"Contact"}""", 422)]
    [InlineData("groups", """{"kind":"Group","groups":["a","b","c","d","e","f"]}""", 422)]
    [InlineData("kind", """{"staff":["wang.min"]}""", 400)]
    [InlineData("stranger", """{"kind":"Contact","staff":["no.such"]}""", 502)]
    public async Task Way_WrongWish_IsRefusedAndNotKept(string name, string wish, int status)
    {
        using var response = await SendAsync(name, wish);

        await RunningHost.ProblemAsync(response, status);
        using var gone = await host.Client.GetAsync($"/api/wecom/ways/{Uri.EscapeDataString(name)}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private async Task StoreAsync(string id, string name)
    {
        using var made = await host.Client.PutAsJsonAsync($"/api/stores/{id}", new { name });
        made.EnsureSuccessStatusCode();
    }

    private async Task<JsonElement> PutAsync(string name, string wish)
    {
        using var response = await SendAsync(name, wish);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    private Task<HttpResponseMessage> SendAsync(string name, string wish) =>
        host.Client.PutAsync(
            $"/api/wecom/ways/{Uri.EscapeDataString(name)}",
            new StringContent(wish, Encoding.UTF8, "application/json")
        );

    private async Task<int> CallsAsync(string api)
    {
        var calls = await host.People.CallsAsync();
        return calls.Where(call => call.Key.EndsWith(api, StringComparison.Ordinal)).Sum(call => call.Value);
    }

    private async Task<IReadOnlyCollection<string>> TagsAsync(string customer)
    {
        var identity = new ContactIdentity(IdentityKind.ExternalUserId, customer);
        var contact = await host
            .Services.GetRequiredService<IContactStore>()
            .FindAsync(1, identity, CancellationToken.None);
        return contact?.Tags ?? [];
    }
}
