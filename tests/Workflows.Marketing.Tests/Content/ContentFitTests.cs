using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;
using Workflows.Rules.Validation;

namespace Workflows.Marketing.Tests.Content;

public sealed class ContentFitTests
{
    // Rows: what it is. Columns: whether each carrier takes it.
    [Theory]
    [InlineData(
        "text",
        "Private Group Moments Sms Email OfficialAccount Call PackageCard StaffTask Sidebar Webhook Welcome"
    )]
    [InlineData(
        "page",
        "Private Group Moments Sms Email OfficialAccount PackageCard StaffTask Sidebar Webhook Welcome"
    )]
    [InlineData("mini", "Private Group StaffTask Sidebar Webhook Welcome")]
    [InlineData("a.jpg", "Private Group Moments PackageCard StaffTask Sidebar Webhook Welcome")]
    [InlineData("a.mp4", "Private Group Moments StaffTask Sidebar Webhook Welcome")]
    [InlineData("a.pdf", "Private Group StaffTask Sidebar Webhook Welcome")]
    public void Form_OnEveryCarrier_FitsOrIsRefused(string what, string carriers)
    {
        var item = Item(what);

        var fitting = Enum.GetValues<Carrier>().Where(one => ContentFit.FindMistake(item, one, []) is null);

        Assert.Equal(carriers.Split(' ').Order(), fitting.Select(one => one.ToString()).Order());
    }

    [Theory]
    [InlineData(30, Carrier.Moments, null)]
    [InlineData(60, Carrier.Moments, "The video 'a.mp4' lasts 60 seconds; Moments take 30.")]
    [InlineData(60, Carrier.Private, null)]
    public void Video_ForMoments_LastsThirtySeconds(double seconds, Carrier carrier, string? expected)
    {
        var file = new MediaEntry("a.mp4", MediaType.Video, "video/mp4", 1, "", default, "") { Seconds = seconds };

        var mistake = ContentFit.FindMistake(Item("a.mp4"), carrier, [file]);

        Assert.Equal(expected, mistake?.Message);
        Assert.Equal(
            expected is null ? null : "视频“a.mp4”长 60 秒，朋友圈最多 30 秒。",
            mistake?.In(Language.Chinese).Message
        );
    }

    private static ContentItem Item(string what) =>
        what switch
        {
            "text" => new ContentItem { Id = "a" },
            "page" => new ContentItem { Id = "a", Url = "https://brand.cn" },
            "mini" => new ContentItem { Id = "a", MiniProgram = new ContentPage("wx1", "p") },
            _ => new ContentItem { Id = "a", Media = [what] },
        };
}
