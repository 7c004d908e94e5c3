using System.Globalization;
using Workflows.Marketing.Channels;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Designer;
using Workflows.Runtime.Expressions;
using Workflows.Testing;

namespace Workflows.Marketing.Tests.Journeys;

public sealed class PaletteTests
{
    [Fact]
    public async Task Palette_Chinese_TranslatesEveryText() =>
        Assert.Equal("", await UntranslatedTexts.ListAsync(Catalog()));

    [Fact]
    public async Task Palette_Marketing_SortsBlocksIntoStages()
    {
        var activities = await Catalog()
            .ListActivitiesAsync(CultureInfo.GetCultureInfo("zh-CN"), [], CancellationToken.None);

        Assert.All(
            activities.Where(activity => activity.Namespace is "Marketing"),
            activity => Assert.Contains(activity.Category, (string[])["获客", "蓄客", "挖掘", "交易", "社交"])
        );
    }

    [Fact]
    public async Task Palette_Social_HoldsFissionGroupBuyAndDistribution()
    {
        var activities = await Catalog().ListActivitiesAsync(CultureInfo.InvariantCulture, [], CancellationToken.None);

        var social = activities.Where(activity => activity.Category is "Social").Select(activity => activity.TypeName);
        Assert.Subset(
            social.ToHashSet(StringComparer.Ordinal),
            new HashSet<string>(
                ["Marketing.FissionTask", "Marketing.GroupBuyCampaign", "Marketing.SettleCommission"],
                StringComparer.Ordinal
            )
        );
    }

    [Fact]
    public async Task Palette_Channel_OffersTheChannelsOfTheProcess()
    {
        var catalog = new DesignerCatalog(Activities(), ExpressionRegistry.Default, new OneChannel());

        var specifications = await catalog.FindSpecificationsAsync(
            "Marketing.SendMessage",
            nameof(SendMessage.Channel),
            null,
            CultureInfo.InvariantCulture,
            CancellationToken.None
        );

        var list = (IReadOnlyDictionary<string, object>)specifications!["dropdown"];
        Assert.Equal([new InputOption("demo", "demo")], ((ChoiceList)list["selectList"]).Items);
    }

    private static ActivityCatalog Activities() => new(typeof(AddTag).Assembly);

    private static DesignerCatalog Catalog() => new(Activities(), ExpressionRegistry.Default);

    private sealed class OneChannel : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(ChannelOptions)
                ? new ChannelOptions(new ChannelSet(new RecordingChannel("demo")))
                : null;
    }
}
