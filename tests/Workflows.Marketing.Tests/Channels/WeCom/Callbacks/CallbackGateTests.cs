using System.Text;
using System.Web;
using FsCheck.Xunit;
using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Testing;

namespace Workflows.Marketing.Tests.Channels.WeCom.Callbacks;

public sealed class CallbackGateTests
{
    private readonly CallbackRig _rig = new();

    [Fact]
    public void VerifyAddress_WeComsQuestion_IsAnsweredInClear()
    {
        var query = CallbackRig.Seal.Get("7345891234", _rig.Now, "n1");

        var opening = _rig.Door.VerifyAddress(
            CallbackRig.Request(query),
            HttpUtility.ParseQueryString(query)["echostr"]
        );

        Assert.Equal(new CallbackOpening("7345891234", null), opening);
    }

    [Fact]
    public async Task Receive_TheSameRequestTwice_IsRefusedAsAReplay()
    {
        var request = CallbackRig.Seal.Post(CallbackRig.Added("woA"), _rig.Now, "n1");

        Assert.Null(await _rig.SendAsync(request));
        Assert.Equal(CallbackRefusal.Replayed, await _rig.SendAsync(request));
    }

    [Fact]
    public async Task Receive_TheSameEventInANewRequest_IsThankedForAndReadOnce()
    {
        Assert.Null(await _rig.PostAsync(CallbackRig.Added("woA"), "n1"));
        Assert.Null(await _rig.PostAsync(CallbackRig.Added("woA"), "n2"));

        Assert.Equal(1, await _rig.Loop.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Receive_TwoCustomersInOneSecond_AreTwoEvents()
    {
        Assert.Null(await _rig.PostAsync(CallbackRig.Added("woA"), "n1"));
        Assert.Null(await _rig.PostAsync(CallbackRig.Added("woB"), "n2"));

        await _rig.Loop.ReadAsync(CancellationToken.None);
        Assert.Equal(["woA", "woB"], _rig.Contacts.Accepted.Select(one => one.Event.Identities[0].Value).Order());
    }

    [Fact]
    public async Task Receive_ManyAtOnce_GivesEachItsOwnAnswer()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 500)
                .Select(n => Task.Run(() => _rig.PostAsync(CallbackRig.Added($"wo{n % 250}"), $"n{n}")))
        );

        Assert.All(answers, Assert.Null);
        var read = 0;
        while (await _rig.Loop.ReadAsync(CancellationToken.None) is > 0 and var more)
        {
            read += more;
        }

        Assert.Equal(250, read);
    }

    [Fact]
    public async Task Receive_OldTimestamp_IsRefused()
    {
        var request = CallbackRig.Seal.Post(CallbackRig.Added("woA"), _rig.Now, "n1");

        _rig.Clock.Advance(TimeSpan.FromSeconds(301));

        Assert.Equal(CallbackRefusal.TooOld, await _rig.SendAsync(request));
    }

    [Fact]
    public async Task Receive_ForAnotherCompany_IsRefused()
    {
        var other = new WeComSeal("TOKEN", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wwOTHER");

        Assert.Equal(
            CallbackRefusal.WrongReceiver,
            await _rig.SendAsync(other.Post(CallbackRig.Added("woA"), _rig.Now, "n1"))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<xml>")]
    [InlineData("<xml/>")]
    [InlineData("<xml><Encrypt/></xml>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><xml><Encrypt>&a;</Encrypt></xml>")]
    public async Task Receive_NoEnvelope_IsMalformed(string body) =>
        Assert.Equal(
            CallbackRefusal.Malformed,
            await _rig.Door.ReceiveAsync(new CallbackRequest("s", "1", "n"), Encoding.UTF8.GetBytes(body))
        );

    [Fact]
    public async Task Receive_BodyBeyondTheLimit_IsMalformed() =>
        Assert.Equal(
            CallbackRefusal.Malformed,
            await _rig.Door.ReceiveAsync(new CallbackRequest("s", "1", "n"), new byte[CallbackGate.MaxBody + 1])
        );

    [Theory]
    [InlineData("not xml")]
    [InlineData("<xml><Event>a</Event>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><xml><Event>&a;</Event></xml>")]
    [InlineData("<a><a><a><a><a><a><a><a><a>too deep</a></a></a></a></a></a></a></a></a>")]
    public async Task Receive_SignedButNoEvent_IsMalformed(string xml) =>
        Assert.Equal(CallbackRefusal.Malformed, await _rig.PostAsync(xml, "n1"));

    [Property(MaxTest = 80_000)]
    public bool Receive_RandomBodies_AreRefusedAndNothingMore(byte[] body) =>
        Answer(_rig.Door.ReceiveAsync(new CallbackRequest("s", "1", "n"), body)) == CallbackRefusal.Malformed;

    // Encrypted and signed, so that the reader of events has to stand them.
    [Property(MaxTest = 20_000)]
    public bool Receive_SealedRandomBodies_AreKeptOrRefused(string text, int nonce) =>
        Answer(_rig.PostAsync(text is null ? "" : $"<xml><Event>{text}</Event></xml>", $"n{nonce}"))
            is null
                or CallbackRefusal.Malformed
                or CallbackRefusal.Replayed;

    // The memory store answers at once; a property has no other way to wait.
    private static CallbackRefusal? Answer(Task<CallbackRefusal?> receiving) => receiving.GetAwaiter().GetResult();
}
