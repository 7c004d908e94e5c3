using System.Runtime.CompilerServices;
using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Tests.Channels.WeCom.Callbacks;

/// <summary>What callbacks tell, as the table beside this file says.</summary>
public sealed class CallbackEventsTests
{
    private static readonly DateTimeOffset Received = DateTimeOffset.FromUnixTimeSeconds(1403610515);

    public static TheoryData<string> Cases() => [.. Read().Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_Callback_TellsWhatTheTableSays(string name)
    {
        var (xml, expected) = Read()[name];

        var events = CallbackEvents.Of(WeComCallback.Read(xml)!, Received);

        Assert.Equal(expected, events.Select(one => $"{one.Type} {one.Identities.Single().Value} {one.Data}"));
        Assert.All(events, one => Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1403610513), one.At));
        Assert.Equal(events.Count, events.Select(one => one.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_EveryEvent_IsOneTheIntakeTakes(string name)
    {
        var events = CallbackEvents.Of(WeComCallback.Read(Read()[name].Xml)!, Received);

        Assert.True(events.Count == 0 || ContactEventValidator.Validate(events, Received).Count == 0);
    }

    [Fact]
    public void Key_SameFieldsInAnotherOrder_IsTheSame() =>
        Assert.Equal(
            WeComCallback.Read("<xml><A>1</A><B>2</B></xml>")!.Key,
            WeComCallback.Read("<xml> <B><![CDATA[2]]></B> <A>1</A> </xml>")!.Key
        );

    [Theory]
    [InlineData("<xml><A>1</A><B>3</B></xml>")]
    [InlineData("<xml><A>12</A><B></B></xml>")]
    [InlineData("<xml><A>1</A></xml>")]
    [InlineData("<xml><A>1</A><B>2</B><C>3</C></xml>")]
    public void Key_AnythingElseSaid_IsAnother(string xml) =>
        Assert.NotEqual(WeComCallback.Read("<xml><A>1</A><B>2</B></xml>")!.Key, WeComCallback.Read(xml)!.Key);

    [Fact]
    public void At_FarInTheFuture_IsWhenItCame()
    {
        var xml = CallbackRig.Added("woA", at: 4_000_000_000);

        Assert.Equal(Received, Assert.Single(CallbackEvents.Of(WeComCallback.Read(xml)!, Received)).At);
    }

    private static Dictionary<string, (string Xml, List<string> Events)> Read([CallerFilePath] string path = "")
    {
        Dictionary<string, (string, List<string>)> cases = new(StringComparer.Ordinal);
        List<string> expected = [];
        var name = "";
        foreach (var line in File.ReadLines(Path.Combine(Path.GetDirectoryName(path)!, "events.cases")))
        {
            switch (line)
            {
                case ['#', ' ', .. var title]:
                    name = title;
                    break;
                case ['=', '>', ' ', .. var told]:
                    expected.Add(told);
                    break;
                case ['<', ..]:
                    cases.Add(name, (line, expected = []));
                    break;
                default:
                    break;
            }
        }

        return cases;
    }
}
