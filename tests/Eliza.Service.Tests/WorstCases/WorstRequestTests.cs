using System.Globalization;
using Eliza.Service.Contract;
using Eliza.Service.Tests.Support;
using Eliza.Testing;
using Xunit.Abstractions;

namespace Eliza.Service.Tests.WorstCases;

/// <summary>For any bred request, the answer stays within the limits in docs/reliability.md.</summary>
[Trait("Category", "WorstCases")]
public sealed class WorstRequestTests(ITestOutputHelper output)
{
    /// <summary>Lambda's limit for an answer, without headers and the JSON around the body.</summary>
    private const double MostBytes = (6 << 20) - 8192;

    private readonly ElizaService _service = new(new Settings(), () => [Scripts.Doctor], _ => { }, new FixedClock(), () => "00000001");

    [BreedFact]
    public void No_answer_is_longer_than_Lambda_takes() => Breed("bytes of the answer", answer => answer.Sent, answer => answer.Sent / MostBytes);

    [BreedFact(NeedsOptimizedCode = true)]
    public void No_answer_allocates_more_than_its_bound() =>
        Breed("bytes allocated", answer => answer.Allocated, answer => answer.Allocated / MostAllocated(answer));

    [BreedFact(NeedsOptimizedCode = true)]
    public void No_answer_allocates_more_for_each_byte_that_was_read_than_its_bound() =>
        Breed("bytes allocated for each byte read", answer => (double)answer.Allocated / answer.Read, answer => answer.Allocated / MostAllocated(answer));

    private static double MostAllocated(Answered answer) => (1 << 18) + (16.0 * answer.Read) + (8.0 * answer.Sent);

    private void Breed(string what, Func<Answered, double> cost, Func<Answered, double> shareOfBound)
    {
        var highest = 0.0;
        Answer(BredRequest.Make(new Random(1)).ToRequest());
        var worst = Breeder.Search(Breeder.Time / 3, BredRequest.Make, (dice, request, other) => request.Change(dice, other), bred =>
        {
            if (Answer(bred.ToRequest()) is not { Status: 200 } answer)
                return -1;
            var share = shareOfBound(answer);
            highest = Math.Max(highest, share);
            share.ShouldBeLessThanOrEqualTo(1, $"{answer} of {Short(bred)}");
            return cost(answer);
        });

        worst.Score.ShouldBePositive();
        Soak.Count($"WorstRequestTests.{what}", worst.Tried);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Seed {Soak.Seed}, {worst.Tried} requests tried. Worst by {what}: {worst.Score:N1}; highest share of a bound {highest:P2}; {Answer(worst.Case.ToRequest())}\n{Short(worst.Case)}"));
    }

    private Answered? Answer(TestRequest request)
    {
        var body = request.Body!;
        if (body.Length > Limits.BodyBytes)
            return null;
        var response = new Response();
        var head = request.ToRequest();
        var before = GC.GetAllocatedBytesForCurrentThread();
        if (_service.Begin(head, response))
            _service.Answer(body, response);
        _service.Log(response);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var answer = response.Body.Span;
        var sent = response.IsBinary ? (answer.Length + 2) / 3 * 4 : answer.Length + answer.Count((byte)'"') + answer.Count((byte)'\\') + answer.Count((byte)'\n');
        return new(response.Status, body.Length, sent, allocated);
    }

    private static string Short(BredRequest bred) =>
        $"{bred.ToRequest().Path}, {bred.Lines.Length} lines {bred.Times} times, n = {bred.Choices}, at most {bred.Most}, {bred.Stops.Length} stops: {string.Join(" | ", bred.Lines.Select(words => string.Join(' ', words.Take(30))).Take(8))}";

    /// <summary>The cost of an answer.</summary>
    /// <param name="Status">Its status.</param>
    /// <param name="Read">The bytes of the request's body.</param>
    /// <param name="Sent">The bytes of the answer's body in the form that the function sends: a JSON text, or base64.</param>
    /// <param name="Allocated">The bytes that were allocated.</param>
    private sealed record Answered(int Status, int Read, int Sent, long Allocated);
}
