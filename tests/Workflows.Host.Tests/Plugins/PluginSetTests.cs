using System.Globalization;
using Workflows.Host.Plugins;
using Workflows.Host.Tests.Commands;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Designer;
using Workflows.Runtime.Expressions;
using Workflows.Testing;

namespace Workflows.Host.Tests.Plugins;

public sealed class PluginSetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plugins").FullName;

    [Fact]
    public async Task Load_Sample_AppearsInThePaletteWithItsEditors()
    {
        Install("Coupons");
        var plugins = PluginSet.Load(_folder);
        Assert.Equal([], plugins.Problems);
        await using var services = plugins.CreateServices();
        var catalog = new DesignerCatalog(plugins.AddTo(new ActivityCatalog()), ExpressionRegistry.Default, services);

        var activities = await catalog.ListActivitiesAsync(
            CultureInfo.GetCultureInfo("zh-CN"),
            [],
            CancellationToken.None
        );

        var issue = Assert.Single(activities, activity => activity.TypeName is "Coupons.IssueCoupon");
        Assert.Equal(("发优惠券", "交易"), (issue.DisplayName, issue.Category));
        Assert.Equal(["已发放", "已发完"], issue.Ports.Select(port => port.DisplayName));
        var scheme = issue.Inputs.Single(input => input.Name is "Scheme");
        var choices = (IReadOnlyDictionary<string, object>)scheme.UiSpecifications["dropdown"];
        Assert.Equal(
            ["birthday", "first-order"],
            ((ChoiceList)choices["selectList"]).Items.Select(choice => choice.Value)
        );
        Assert.Equal("7.00:00:00", issue.Inputs.Single(input => input.Name is "ValidFor").DefaultValue);
        Assert.Equal("", await UntranslatedTexts.ListAsync(catalog));
    }

    [Fact]
    public async Task Workflow_WithASampleActivity_Runs()
    {
        Install("Coupons");
        using var file = new TemporaryFile(
            """
            {"definitionId":"gift","name":"gift","variables":[{"id":"c","name":"Code","typeName":"String"}],
             "root":{"id":"s","type":"Elsa.Sequence","version":1,"activities":[
              {"id":"issue","type":"Coupons.IssueCoupon","version":1,
               "scheme":{"typeName":"String","expression":{"type":"Literal","value":"birthday"}},
               "result":{"typeName":"String","memoryReference":{"id":"c"}}},
              {"id":"line","type":"Elsa.WriteLine","version":1,
               "text":{"typeName":"String","expression":{"type":"JavaScript","value":"'code ' + getCode().length"}}}]}}
            """
        );

        var answer = await Shell.RunAsync("workflow", file.Path, "--plugins", _folder, "--json");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal("code 8", answer.Json().GetProperty("lines")[0].GetString());
    }

    [Fact]
    public void Load_BrokenPlugins_AreSaidAndTheOthersLoad()
    {
        Install("Coupons");
        Directory.CreateDirectory(Path.Combine(_folder, "Empty"));
        Directory.CreateDirectory(Path.Combine(_folder, "Garbage"));
        File.WriteAllText(Path.Combine(_folder, "Garbage", "Garbage.dll"), "no assembly");
        Directory.CreateDirectory(Path.Combine(_folder, "Twin"));
        CopyAssembly("Coupons", "Twin");

        var plugins = PluginSet.Load(_folder);

        Assert.Equal(2, plugins.Plugins.Single(plugin => plugin.Name is "Coupons").Activities.Count);
        Assert.Collection(
            plugins.Problems,
            empty => Assert.Contains("Plug-in Empty: there is no Empty.dll", empty, StringComparison.Ordinal),
            garbage => Assert.Contains("Garbage.dll is not a .NET assembly", garbage, StringComparison.Ordinal),
            twin => Assert.Contains("'Coupons.CouponRedeemed' exists already", twin, StringComparison.Ordinal),
            twin => Assert.Contains("'Coupons.IssueCoupon' exists already", twin, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Load_NoFolder_HasNoPlugins() =>
        Assert.Same(PluginSet.None, PluginSet.Load(Path.Combine(_folder, "nowhere")));

    [Fact]
    public async Task Workflow_BrokenPlugin_IsComplainedAbout()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "Empty"));
        using var file = new TemporaryFile(
            """{"definitionId":"x","root":{"id":"a","type":"Elsa.WriteLine","version":1}}"""
        );

        var answer = await Shell.RunAsync("workflow", file.Path, "--plugins", _folder, "--json");

        Assert.Equal(0, answer.Code);
        Assert.Contains("Plug-in Empty:", answer.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Install(string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder, name));
        CopyAssembly(name, name);
    }

    private void CopyAssembly(string name, string plugin)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var built = Path.Combine(Repository.Root, "samples", name, "bin", configuration, "net10.0", $"{name}.dll");
        File.Copy(built, Path.Combine(_folder, plugin, $"{plugin}.dll"));
    }
}
