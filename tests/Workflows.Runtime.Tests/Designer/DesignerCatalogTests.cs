using System.Globalization;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Designer;
using Workflows.Runtime.Expressions;
using Workflows.Runtime.Json;
using Workflows.Testing;

namespace Workflows.Runtime.Tests.Designer;

public sealed class DesignerCatalogTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public static TheoryData<string> BuiltIn =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Designer", "Descriptors.cases"))
                .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public async Task ListActivities_BuiltIn_IsAsDesignersKnowIt(string row)
    {
        var activity = await FindAsync(row.Split('|')[0].Trim(), English);

        Assert.Equal(row, Row(activity), ignoreWhiteSpaceDifferences: true);
    }

    [Fact]
    public async Task ListActivities_Chinese_TranslatesEveryText() =>
        Assert.Equal("", await UntranslatedTexts.ListAsync(Catalog()));

    [Fact]
    public async Task ListActivities_Enumeration_OffersItsNamesWithTheDefault()
    {
        var mode = Assert.Single((await FindAsync("Elsa.FlowJoin", English)).Inputs);

        Assert.Equal(InputUIHints.DropDown, mode.UiHint);
        Assert.Equal("WaitAny", mode.DefaultValue);
        Assert.Equal(["WaitAny", "WaitAll", "WaitAllActive"], Choices(mode).Select(choice => choice.Value));
    }

    [Fact]
    public async Task ListActivities_Chinese_TranslatesChoicesAndKeepsTheirValues()
    {
        var mode = Assert.Single((await FindAsync("Elsa.FlowJoin", Chinese)).Inputs);

        Assert.Equal(["WaitAny", "WaitAll", "WaitAllActive"], Choices(mode).Select(choice => choice.Value));
        Assert.DoesNotContain(Choices(mode), choice => choice.Value.Equals(choice.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ListActivities_UsableWorkflow_IsAnActivityWithItsArguments()
    {
        var definition = ElsaReader
            .Read(
                """
                {"id":"v7","definitionId":"welcome","name":"welcome pack","version":7,
                 "inputs":[{"name":"Campaign","type":"String","uiHint":"multiline","displayName":"Which campaign"}],
                 "outputs":[{"name":"Coupon","type":"Decimal"}],"outcomes":["Given","Refused"],
                 "options":{"usableAsActivity":true,"activityCategory":"Gifts"},
                 "root":{"id":"r","type":"Elsa.Sequence","version":1}}
                """
            )
            .Definition!;

        var activities = await Catalog().ListActivitiesAsync(English, [definition], CancellationToken.None);

        var welcome = Assert.Single(activities, activity => activity.TypeName is "WelcomePack");
        Assert.Equal((7, "Gifts", "welcome pack"), (welcome.Version, welcome.Category, welcome.DisplayName));
        Assert.Equal(["Given", "Refused"], welcome.Ports.Select(port => port.Name));
        var input = Assert.Single(welcome.Inputs);
        Assert.Equal(
            ("Campaign", "Which campaign", "multiline", true),
            (input.Name, input.DisplayName, input.UiHint, input.IsSynthetic)
        );
        Assert.Equal("Coupon", Assert.Single(welcome.Outputs).Name);
        Assert.Equal("welcome", welcome.CustomProperties["WorkflowDefinitionId"]);
        Assert.Equal("v7", welcome.ConstructionProperties["workflowDefinitionVersionId"]);
    }

    [Fact]
    public async Task FindSpecifications_UnknownInput_IsNothing()
    {
        Assert.Null(await Catalog().FindSpecificationsAsync("Elsa.If", "Nope", null, English, CancellationToken.None));
        Assert.NotNull(
            await Catalog().FindSpecificationsAsync("Elsa.FlowJoin", "mode", null, English, CancellationToken.None)
        );
    }

    [Fact]
    public async Task ListActivities_EveryInput_HasAnEditorTheDesignerKnows()
    {
        var known = typeof(InputUIHints).GetFields().Select(field => (string)field.GetValue(null)!).ToHashSet();

        Assert.All(
            (await ListAsync(English)).SelectMany(activity => activity.Inputs),
            input => Assert.Contains(input.UiHint, known)
        );
    }

    [Fact]
    public void ListExpressions_All_AreNamedForTheDesigner()
    {
        var expressions = Catalog().ListExpressions(English);

        Assert.Equal(
            ["JavaScript", "Liquid", "C#", "Variable", "Input"],
            expressions
                .Where(expression => expression.IsBrowsable)
                .Select(expression => expression.DisplayName)
                .Intersect(["JavaScript", "Liquid", "C#", "Variable", "Input"])
                .OrderBy(name => Array.IndexOf(["JavaScript", "Liquid", "C#", "Variable", "Input"], name))
        );
        Assert.Equal(
            "javascript",
            expressions.Single(expression => expression.Type is "JavaScript").Properties["MonacoLanguage"]
        );
    }

    [Fact]
    public void Lists_BothLanguages_HaveTheSameNames()
    {
        Assert.Equal(
            DesignerCatalog.ListIncidentStrategies(English).Select(strategy => strategy.TypeName),
            DesignerCatalog.ListIncidentStrategies(Chinese).Select(strategy => strategy.TypeName)
        );
        Assert.All(
            DesignerCatalog
                .ListIncidentStrategies(Chinese)
                .Concat(DesignerCatalog.ListActivationStrategies(Chinese))
                .Concat(DesignerCatalog.ListLogPersistenceStrategies(Chinese)),
            strategy => Assert.DoesNotMatch("[A-Za-z]", strategy.DisplayName + strategy.Description)
        );
    }

    private static DesignerCatalog Catalog() => new(ActivityCatalog.Default, ExpressionRegistry.Default);

    private static async Task<IReadOnlyList<ActivityDescription>> ListAsync(CultureInfo culture) =>
        await Catalog().ListActivitiesAsync(culture, [], CancellationToken.None);

    private static async Task<ActivityDescription> FindAsync(string type, CultureInfo culture) =>
        Assert.Single(
            await ListAsync(culture),
            activity => string.Equals(activity.TypeName, type, StringComparison.Ordinal)
        );

    private static IReadOnlyList<InputOption> Choices(InputDescription input) =>
        ((ChoiceList)((IReadOnlyDictionary<string, object>)input.UiSpecifications["dropdown"])["selectList"]).Items;

    private static string Row(ActivityDescription activity)
    {
        (bool Is, string Name)[] flags =
        [
            (activity.IsBrowsable, "browsable"),
            (activity.IsContainer, "container"),
            (activity.IsStart, "start"),
            (activity.IsTerminal, "terminal"),
        ];
        return string.Join(
            " | ",
            activity.TypeName,
            activity.Kind,
            string.Join(' ', flags.Where(flag => flag.Is).Select(flag => flag.Name)),
            string.Join(", ", activity.Ports.Select(port => $"{port.Type.ToString()[0]}:{port.Name}")),
            string.Join(", ", activity.Inputs.Select(input => input.Name + (input.IsWrapped ? "" : "~"))),
            string.Join(", ", activity.Outputs.Select(output => output.Name))
        );
    }
}
