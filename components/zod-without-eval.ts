import { z } from "zod";

// The content security policy forbids making code from strings, which zod would try in order to parse faster.
z.config({ jitless: true });
